using System.Globalization;
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
    public static string OneLine(string? text) =>
        string.Join(' ', Normalize(text).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// For comparison only: one line, lower case, no accents (so "hoà" = "hòa" = "hoa"), đ as d, every dash "-", curly quotes straight.
    /// </summary>
    public static string Fold(string? text)
    {
        var line = OneLine(text);
        var result = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (FoldLetter(c) is var folded and not '\0')
            {
                result.Append(folded);
            }
        }

        return result.ToString();
    }

    /// <summary>The folded form of one NFC character; '\0' for a combining mark left alone, which has none.</summary>
    internal static char FoldLetter(char c)
    {
        if (c < 128)
        {
            return char.ToLowerInvariant(c);
        }

        switch (c)
        {
            case 'đ' or 'Đ' or 'ð' or 'Ð':
                return 'd';
            case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\u00AD':
                return '-';
            case '\u2018' or '\u2019' or '\u02BC':
                return '\'';
            case '\u201C' or '\u201D':
                return '"';
        }

        if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
        {
            return '\0';
        }

        if (char.IsSurrogate(c))
        {
            return c;
        }

        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return char.ToLowerInvariant(parts[0]);
    }

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
        c is '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (< ' ' and not ('\n' or '\t' or '\r'));
}
