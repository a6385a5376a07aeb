using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CcHc.Adapters.Workbooks.Drawing.Templates;

/// <summary>The XML of a sheet as it was drawn (trang đã vẽ), where a template's gaps are cut and the looks of its rows are read.</summary>
internal static partial class DrawnSheet
{
    /// <summary>A gap in place of the rows from one to before another.</summary>
    /// <param name="next">Null: all the rows below.</param>
    public static string CutRows(string text, int first, int? next, int gap)
    {
        var from = Begin(text, first);
        var to = next is { } row ? Begin(text, row) : text.IndexOf("</sheetData>", from, StringComparison.Ordinal);
        return text[..from] + WorkbookTemplate.Gap(gap) + text[to..];
    }

    /// <summary>A gap in place of the last row of the sheet's extent.</summary>
    public static string CutExtent(string text, int gap) =>
        Extent().Replace(text, found => found.Groups[1].Value + WorkbookTemplate.Gap(gap) + "\"", 1);

    /// <summary>The styles of rows, one array a row.</summary>
    public static IReadOnlyList<string[]> ModelsIn(string text, int first, int rows) =>
    [
        .. Rows().Matches(text, Begin(text, first)).Take(rows)
            .Select(row => Cells().Matches(row.Value).Select(cell => cell.Groups[1].Success ? cell.Groups[1].Value : "0").ToArray()),
    ];

    /// <summary>The text of a gap that stands in XML.</summary>
    public static byte[] Xml(string text) => Encoding.UTF8.GetBytes(System.Security.SecurityElement.Escape(text));

    /// <summary>The text of a gap that stands in a footer, where &amp; opens a code; doubled it is a plain ampersand.</summary>
    public static byte[] Footer(string text) => Xml(text.Replace("&", "&&", StringComparison.Ordinal));

    public static byte[] Number(int number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private static int Begin(string text, int row) =>
        text.IndexOf(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\""), StringComparison.Ordinal);

    [GeneratedRegex("(<dimension ref=\"A1:[A-Z]+)[0-9]+\"", RegexOptions.CultureInvariant)]
    private static partial Regex Extent();

    [GeneratedRegex("<row r=\"[0-9]+\".*?</row>", RegexOptions.CultureInvariant)]
    private static partial Regex Rows();

    [GeneratedRegex("<c r=\"[A-Z]+[0-9]+\"(?: s=\"([0-9]+)\")?", RegexOptions.CultureInvariant)]
    private static partial Regex Cells();
}
