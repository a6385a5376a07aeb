using System.Globalization;
using System.Text;

namespace CcHc.Core.Text;

/// <summary>The folded form of single characters (chữ không dấu): lower case, no accent, đ as d, every dash "-", straight quotes.</summary>
internal static class FoldedLetters
{
    /// <summary>Of a combining mark left alone, which has no folded form.</summary>
    public const char None = '\0';

    /// <summary>Latin letters, dashes and quotes lie below.</summary>
    private const int TableEnd = 0x2040;

    // Taking a letter apart is a call into the system's Unicode library, and every word of every register is folded.
    private static readonly char[] Table = [.. Enumerable.Range(0, TableEnd).Select(c => Fold((char)c))];

    /// <param name="c">In NFC.</param>
    public static char Of(char c) => c < TableEnd ? Table[c] : Fold(c);

    private static char Fold(char c)
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
            return None;
        }

        return char.IsSurrogate(c) ? c : char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]);
    }
}
