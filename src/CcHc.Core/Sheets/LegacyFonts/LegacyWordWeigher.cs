using System.Buffers;
using System.Globalization;
using System.Text;
using CcHc.Core.Text;

namespace CcHc.Core.Sheets.LegacyFonts;

/// <summary>Weighs the words (từ) of texts against one old encoding. Each word is judged once, however often it comes.</summary>
internal sealed class LegacyWordWeigher(LegacyEncoding encoding)
{
    /// <summary>
    /// Western letters and signs that no Unicode Vietnamese word has; text in an old encoding is full of them. The no-break space is left out.
    /// </summary>
    private static readonly SearchValues<char> ForeignLetters = SearchValues.Create(
        string.Concat(Enumerable.Range(0xA1, 0xFF - 0xA1).Select(c => (char)c).Except("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý")));

    private enum Kind { Neutral, Legacy, Unicode, Open, Odd }

    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    public LegacyEncoding Encoding => encoding;

    /// <summary>Quick: without such a letter nothing here is taken for text of an old encoding, unless a font says so.</summary>
    public static bool HasForeignLetter(ReadOnlySpan<char> text) => text.ContainsAny(ForeignLetters);

    /// <param name="distinct">Collects the words that speak for the old encoding.</param>
    public LegacyEvidence Weigh(string text, HashSet<string>? distinct = null)
    {
        var evidence = default(LegacyEvidence);
        foreach (var (start, end) in Words(text))
        {
            var word = text.AsSpan(start, end - start);
            var kind = KindOf(word);
            evidence += new LegacyEvidence(kind == Kind.Legacy ? 1 : 0, kind == Kind.Unicode ? 1 : 0, kind == Kind.Open ? 1 : 0, kind == Kind.Odd ? 1 : 0);
            if (kind == Kind.Legacy)
            {
                distinct?.GetAlternateLookup<ReadOnlySpan<char>>().Add(word);
            }
        }

        return evidence;
    }

    /// <summary>Turns only the words that speak for the old encoding.</summary>
    public string ConvertLegacyWords(string text)
    {
        var result = new StringBuilder(text.Length);
        var done = 0;
        foreach (var (start, end) in Words(text))
        {
            var word = text.AsSpan(start, end - start);
            if (KindOf(word) == Kind.Legacy)
            {
                result.Append(text, done, start - done).Append(LegacyEncodings.ToUnicode(word, encoding));
                done = end;
            }
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    private Kind KindOf(ReadOnlySpan<char> word)
    {
        var known = _kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(word, out var kind))
        {
            known[word] = kind = Judge(word.ToString());
        }

        return kind;
    }

    private Kind Judge(string word)
    {
        if (System.Text.Ascii.IsValid(word) || !word.Any(char.IsAsciiLetter) || word.Any(char.IsAsciiDigit))
        {
            return Kind.Neutral;
        }

        var read = LegacyEncodings.ToUnicode(word, encoding, out var isWhole);
        var isVietnamese = VietnameseSyllable.Is(word);
        if (!isWhole)
        {
            return isVietnamese || word.Any(c => c > '\u00FF') ? Kind.Unicode : Kind.Odd;
        }

        if (string.Equals(read, word, StringComparison.Ordinal))
        {
            return Kind.Neutral;
        }

        return (VietnameseSyllable.Is(read), isVietnamese) switch
        {
            (true, false) when HasForeignLetter(word) && !IsMicro(word) => Kind.Legacy,
            (true, _) => Kind.Open,
            (false, true) => Kind.Unicode,
            (false, false) => Kind.Odd,
        };
    }

    /// <summary>"µm" is a unit far more often than "àm", which is no word.</summary>
    private static bool IsMicro(string word) => word[0] == 'µ';

    private IEnumerable<(int Start, int End)> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isInside = i < text.Length && IsOfWord(text[i]);
            if (isInside && start < 0)
            {
                start = i;
            }
            else if (!isInside && start >= 0)
            {
                yield return (start, i);
                start = -1;
            }
        }
    }

    /// <summary>TCVN3 uses signs such as « and § as letters, VNI letters only.</summary>
    private bool IsOfWord(char c) =>
        c < '\u0080' ? char.IsAsciiLetterOrDigit(c)
        : (encoding == LegacyEncoding.Tcvn3 && c is >= '\u00A1' and <= '\u00FE') || char.IsLetter(c)
            || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
