using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CcHc.Adapters.Tests.Documents;

/// <summary>Whether the columns of a paper's ruled tables hold their words whole, in the widest letters an office is likely to have.</summary>
internal static class TableRoom
{
    private const double TwipsInAMillimetre = 56.7;
    private const double MillimetresInAPoint = 0.3528;
    private const double SideMargins = 2.1;

    /// <summary>Of a letter's height; DejaVu Serif, which stands in for Times New Roman where that is missing, is as wide.</summary>
    private const double WidthOfALetter = 0.68;

    /// <summary>Cells with a word or figure that would break.</summary>
    public static IReadOnlyList<string> TooNarrow(byte[] document)
    {
        using var opened = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        var cells = opened.MainDocumentPart!.Document.Descendants<Table>().Where(IsRuled).SelectMany(table => table.Descendants<TableCell>()).ToList();
        Assert.NotEmpty(cells);
        return [.. cells.Where(cell => Widest(cell) > RoomOf(cell)).Select(cell => cell.InnerText).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsRuled(Table table) => table.GetFirstChild<TableProperties>()!.TableBorders!.TopBorder!.Val! == BorderValues.Single;

    private static double RoomOf(TableCell cell) => Number(cell.TableCellProperties!.TableCellWidth!.Width!) / TwipsInAMillimetre - SideMargins;

    private static double Widest(TableCell cell) =>
        cell.InnerText.Split(' ').Max(word => word.Length) * Number(cell.Descendants<FontSize>().First().Val!) / 2.0 * MillimetresInAPoint * WidthOfALetter;

    private static int Number(string? digits) => int.Parse(digits!, CultureInfo.InvariantCulture);
}
