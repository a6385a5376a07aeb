using System.Collections.Frozen;
using System.Text;
using CcHc.Core.Text;

namespace CcHc.Core.Sheets.LegacyFonts;

/// <summary>
/// Turns text of the old encodings (bảng mã cũ) into Unicode. Excel shows such text as if its bytes were Western European: "C«ng hßa" (TCVN3), "Coäng hoøa"
/// (VNI).
/// </summary>
public static class LegacyEncodings
{
    private const char Undefined = '\0';

    /// <summary>
    /// Letters of TCVN 5712:1993 VN3 from byte A1 to FE. B0 to B4 are tone marks behind their letter; the gaps are capitals only the VN1 and VN2 forms have.
    /// </summary>
    private const string Tcvn3Letters =
        "ĂÂÊÔƠƯĐăâêôơưđ\0\u0300\u0309\u0303\u0301\u0323àảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíịò\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ";

    /// <summary>The five tones in the order of <see cref="ToneMarks"/>: sắc, huyền, hỏi, ngã, nặng.</summary>
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    private const string ToneMarks = "ùøûõï";
    private const string CircumflexMarks = "âáàåãä";
    private const string BreveMarks = "êéèúüë";

    private static readonly FrozenDictionary<char, char> VniLetters = new Dictionary<char, char>
    {
        ['ñ'] = 'đ', ['ô'] = 'ơ', ['ö'] = 'ư', ['í'] = 'í', ['ì'] = 'ì', ['æ'] = 'ỉ', ['ó'] = 'ĩ', ['ò'] = 'ị', ['î'] = 'ỵ',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<(char Letter, char Mark), char> VniPairs = Pairs().ToFrozenDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>NFC. Characters the encoding does not have stay as they are.</summary>
    public static string ToUnicode(ReadOnlySpan<char> text, LegacyEncoding encoding) => ToUnicode(text, encoding, out _);

    /// <param name="isWhole">False when a letter beyond ASCII is none of the encoding's: the text was hardly written in it.</param>
    public static string ToUnicode(ReadOnlySpan<char> text, LegacyEncoding encoding, out bool isWhole)
    {
        var result = new StringBuilder(text.Length);
        isWhole = encoding == LegacyEncoding.Tcvn3 ? ReadTcvn3(text, result) : ReadVni(text, result);
        return VietnameseText.Normalize(result.ToString());
    }

    private static bool ReadTcvn3(ReadOnlySpan<char> text, StringBuilder result)
    {
        var isWhole = true;
        foreach (var c in text)
        {
            var letter = c is >= '\u00A1' and <= '\u00FE' ? Tcvn3Letters[c - '\u00A1'] : Undefined;
            isWhole &= letter != Undefined || !IsMarkedLetter(c);
            result.Append(letter == Undefined ? c : letter);
        }

        return isWhole;
    }

    private static bool ReadVni(ReadOnlySpan<char> text, StringBuilder result)
    {
        var isWhole = true;
        for (var i = 0; i < text.Length; i++)
        {
            // Of a pair the letter decides the case: the mark often keeps its small form behind a capital.
            var isCapital = char.IsUpper(text[i]);
            var small = char.ToLowerInvariant(text[i]);
            if (i + 1 < text.Length && VniPairs.TryGetValue((small, char.ToLowerInvariant(text[i + 1])), out var letter))
            {
                i++;
            }
            else if (!VniLetters.TryGetValue(small, out letter))
            {
                isWhole &= !IsMarkedLetter(text[i]);
                letter = small;
            }

            result.Append(isCapital ? char.ToUpperInvariant(letter) : letter);
        }

        return isWhole;
    }

    private static bool IsMarkedLetter(char c) =>
        c > '\u007F' && (char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark);

    private static IEnumerable<KeyValuePair<(char Letter, char Mark), char>> Pairs()
    {
        foreach (var letter in "aeouyôö")
        {
            for (var i = 0; i < Tones.Length; i++)
            {
                yield return Pair(letter, ToneMarks[i], $"{VniLetters.GetValueOrDefault(letter, letter)}{Tones[i]}");
            }
        }

        foreach (var (letters, hat, marks) in new[] { ("aeo", '\u0302', CircumflexMarks), ("a", '\u0306', BreveMarks) })
        {
            foreach (var letter in letters)
            {
                for (var i = 0; i < marks.Length; i++)
                {
                    yield return Pair(letter, marks[i], i == 0 ? $"{letter}{hat}" : $"{letter}{hat}{Tones[i - 1]}");
                }
            }
        }
    }

    private static KeyValuePair<(char Letter, char Mark), char> Pair(char letter, char mark, string decomposed) =>
        new((letter, mark), decomposed.Normalize(NormalizationForm.FormC)[0]);
}
