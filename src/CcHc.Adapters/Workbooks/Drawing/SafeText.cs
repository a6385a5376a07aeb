using System.Buffers;
using System.Text;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>Collected text made fit for a cell (văn bản an toàn): every character Excel can store, nothing it could take for a formula.</summary>
public static class SafeText
{
    /// <summary>What Excel allows in one cell.</summary>
    public const int LongestCell = 32_767;
    private const int LongestSheetName = 31;

    // Control characters, surrogates and the two non-characters; a line break is the commonest and harmless.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Except(['\n']).Concat(Enumerable.Range(0xD800, 0x800)).Select(code => (char)code), '\uFFFE', '\uFFFF']);

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> NotInSheetNames = SearchValues.Create("[]:*?/\\");

    /// <summary>
    /// Cut: control characters but tab and line break, lone surrogates, and what is over the limit, which ends with "…". Line breaks become \n.
    /// </summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (text.Length <= LongestCell && !text.AsSpan().ContainsAny(Suspects))
        {
            return text;
        }

        var result = new StringBuilder(Math.Min(text.Length, LongestCell));
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (c == '\r')
            {
                result.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (c is '\t' or '\n' || c >= ' ' && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF'))
            {
                result.Append(c);
            }
        }

        return Shorten(result);
    }

    /// <summary>True when a spreadsheet could take the text for a formula if it were typed or opened as CSV: such a cell is marked as text.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    /// <summary>A legal name of a sheet: at most 31 characters, none of []:*?/\, no apostrophe at the ends; "Trang" when nothing is left.</summary>
    public static string SheetName(string? text)
    {
        var legal = string.Concat(Cell(text).Select(c => NotInSheetNames.Contains(c) || c < ' ' ? ' ' : c)).Trim(' ', '\'');
        if (legal.Length > LongestSheetName)
        {
            legal = legal[..(char.IsHighSurrogate(legal[LongestSheetName - 1]) ? LongestSheetName - 1 : LongestSheetName)].TrimEnd(' ', '\'');
        }

        return legal is "" || legal.Equals("History", StringComparison.OrdinalIgnoreCase) ? "Trang" : legal;
    }

    /// <summary>Excel reads "_x0041_" in stored text as "A"; written this way it reads the words themselves.</summary>
    public static string Escape(string text)
    {
        for (var i = text.IndexOf("_x", StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf("_x", i + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (i + 6 < text.Length && text[i + 6] == '_' && text.AsSpan(i + 2, 4).IndexOfAnyExcept(HexDigits) < 0)
            {
                text = text.Insert(i, "_x005F");
                i += 6;
            }
        }

        return text;
    }

    private static string Shorten(StringBuilder text)
    {
        if (text.Length > LongestCell)
        {
            text.Length = LongestCell - 1;
            if (char.IsHighSurrogate(text[^1]))
            {
                text.Length--;
            }

            text.Append('…');
        }

        return text.ToString();
    }
}
