using System.Buffers;
using System.Text;

namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>
/// Signs that look like others: Cyrillic and Greek letters, full-width signs, and in dates the letters a scanner writes for digits ("l2/2026", "2S/6", "2O26")
/// or a doubled stroke ("25//6").
/// </summary>
internal static class LookAlikes
{
    private const int LongestNumber = 4;
    private const string Foreign = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧιορνυ";
    private const string Latin = "ABESIJKMHOPCTYXaesijopcyxdhABEZHIKMNOPTYXiopvu";

    private static readonly Dictionary<char, char> Letters = Foreign.Zip(Latin).ToDictionary(pair => pair.First, pair => pair.Second);
    private static readonly SearchValues<char> Unusual =
        SearchValues.Create([.. Foreign, '\u3000', .. Enumerable.Range('\uFF01', 94).Select(sign => (char)sign)]);
    private static readonly Dictionary<char, char> Digits = "lIi|OoSsBZzЗб".Zip("1111005582236").ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The text with each such sign as it was meant, and the dates that were changed: there a person should look.</summary>
    public static (string Text, IReadOnlyList<(string Written, string Read)> Changed) Repair(string text)
    {
        var plain = text.AsSpan().ContainsAny(Unusual) ? Plain(text) : text;
        if (!plain.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return (plain, []);
        }

        var (result, changed) = (new StringBuilder(plain.Length), new List<(string, string)>());
        for (var i = 0; i < plain.Length;)
        {
            var end = i;
            while (end < plain.Length && IsRun(plain[end]))
            {
                end++;
            }

            if (end > i && IsWrittenForDigits(plain, i, end))
            {
                var read = string.Concat(plain[i..end].Select(sign => Digits.GetValueOrDefault(sign, sign)));
                changed.Add((Around(plain, i, end), read));
                result.Append(read);
            }
            else if (end > i)
            {
                result.Append(plain, i, end - i);
            }
            else if (plain[i] == '/' && result.Length > 0 && result[^1] == '/' && IsDateStroke(plain, i))
            {
                end = i + 1;
                changed.Add((Around(plain, i, end), "/"));
            }
            else
            {
                result.Append(plain[i]);
                end = i + 1;
            }

            i = end;
        }

        return changed.Count == 0 ? (plain, []) : (result.ToString(), changed);
    }

    private static bool IsRun(char sign) => char.IsLetterOrDigit(sign) || sign == '|';

    private static bool IsWrittenForDigits(string text, int from, int to)
    {
        var run = text.AsSpan(from, to - from);
        // "00Z" ends a time of day in UTC.
        if (run.Length > LongestNumber || run.IndexOfAnyExceptInRange('0', '9') < 0 || run[^1] is 'Z' or 'z' || !All(run))
        {
            return false;
        }

        var isPapersNumber = to + 2 < text.Length && text[to] is '/' or '-' && char.IsLetter(text[to + 1]) && char.IsLetter(text[to + 2]);
        var isBeforeStroke = to + 1 < text.Length && text[to] is '/' or '-' or '.' && (char.IsAsciiDigit(text[to + 1]) || Digits.ContainsKey(text[to + 1]));
        if (!run.ContainsAnyInRange('0', '9'))
        {
            // "tháng lO/2026"; "tháng II/2026" is Roman.
            return run.Length <= 2 && run.IndexOfAny("lOo|") >= 0 && isBeforeStroke && IsAfterWord(text, from, "tháng", "thang", "ngày", "ngay");
        }

        var isAfterStroke = from >= 2 && text[from - 1] is '/' or '-' or '.' && char.IsAsciiDigit(text[from - 2]);
        return !isPapersNumber && (isBeforeStroke || isAfterStroke || IsAfterWord(text, from, "tháng", "thang", "ngày", "ngay", "quý", "quy", "năm", "nam"));
    }

    private static bool All(ReadOnlySpan<char> run)
    {
        foreach (var sign in run)
        {
            if (!char.IsAsciiDigit(sign) && !Digits.ContainsKey(sign))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAfterWord(string text, int at, params ReadOnlySpan<string> words)
    {
        var end = text.AsSpan(0, at).TrimEnd();
        foreach (var word in words)
        {
            if (end.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (end.Length == word.Length || !char.IsLetter(end[^(word.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    // "https://" has no digit before its strokes.
    private static bool IsDateStroke(string text, int second)
    {
        var before = text.AsSpan(0, second).TrimEnd("/ ");
        return before.Length > 0 && char.IsAsciiDigit(before[^1]) && second + 1 < text.Length && text.AsSpan(second).TrimStart("/ ") is [>= '0' and <= '9', ..];
    }

    /// <summary>The whole date around a sign, for the remark.</summary>
    private static string Around(string text, int from, int to)
    {
        while (from > 0 && (IsRun(text[from - 1]) || text[from - 1] is '/' or '-' or '.'))
        {
            from--;
        }

        while (to < text.Length && (IsRun(text[to]) || text[to] is '/' or '-' or '.'))
        {
            to++;
        }

        return text[from..to].TrimEnd('.', '-');
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            plain.Append(sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - '\uFF01' + '!') : sign == '\u3000' ? ' ' : Letters.GetValueOrDefault(sign, sign));
        }

        return plain.ToString();
    }
}
