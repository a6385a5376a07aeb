using System.Text;

namespace CcHc.Core.Text;

/// <summary>Vietnamese text made comparable: NFC, plain spaces, and folded forms without case, accents or tone placement.</summary>
public static class VietnameseText
{
    /// <summary>NFC; no-break, thin and zero-width spaces made plain or dropped; line ends as \n. Case, accents and line breaks stay.</summary>
    public static string Normalize(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (SettledLetters.Make(text))
        {
            return text;
        }

        var composed = ToNfc(text);
        var result = new StringBuilder(composed.Length);
        for (var i = 0; i < composed.Length; i++)
        {
            var c = composed[i];
            if (c == '\r')
            {
                if (i + 1 >= composed.Length || composed[i + 1] != '\n')
                {
                    result.Append('\n');
                }
            }
            else if (IsInvisible(c))
            {
                continue;
            }
            else
            {
                result.Append(c is '\n' ? c : char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        return result.ToString();
    }

    /// <summary>One line: normalized, every run of white space one space, trimmed.</summary>
    public static string OneLine(string? text)
    {
        var normalized = Normalize(text);
        return IsOneLine(normalized) ? normalized : string.Join(' ', normalized.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// For comparison only: one line, lower case, no accents (so "hoà" = "hòa" = "hoa"), đ as d, every dash "-", curly quotes straight.
    /// </summary>
    public static string Fold(string? text)
    {
        var line = OneLine(text);
        var folded = line.Length <= 512 ? stackalloc char[line.Length] : new char[line.Length];
        var length = 0;
        foreach (var c in line)
        {
            if (FoldedLetters.Of(c) is var letter and not FoldedLetters.None)
            {
                folded[length++] = letter;
            }
        }

        return folded[..length].SequenceEqual(line) ? line : new string(folded[..length]);
    }

    /// <summary>False for text of marks and spaces alone: a lone dash or bracket says nothing.</summary>
    public static bool HasWords(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneLine(string normalized) =>
        normalized.Length == 0 || (normalized[0] != ' ' && normalized[^1] != ' ' && !normalized.Contains('\n', StringComparison.Ordinal)
            && !normalized.Contains("  ", StringComparison.Ordinal));

    private static string ToNfc(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate and a noncharacter have no normal form; the replacement character keeps the rest readable.
            var whole = Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
            return string.Concat(whole.EnumerateRunes().Select(rune => IsNoncharacter(rune) ? "\uFFFD" : rune.ToString())).Normalize(NormalizationForm.FormC);
        }
    }

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsInvisible(char c) =>
        c is '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (< ' ' and not ('\n' or '\t'
            or '\r'));
}
