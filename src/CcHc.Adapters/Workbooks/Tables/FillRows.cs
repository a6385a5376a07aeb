using CcHc.Adapters.Workbooks.Drawing;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>
/// The rows of a <see cref="FillTable"/> written straight into a sheet's XML (dòng của bảng để điền), where a template has drawn their looks.
/// </summary>
internal static class FillRows
{
    private const int Plain = 0;
    private const int MarkedAsText = 1;

    /// <summary>As the template drew them: an ordinary row, and below it one of texts that could be taken for formulas.</summary>
    public const int Models = 2;

    /// <summary>Draws them, as <see cref="Write"/> takes them.</summary>
    public static void DrawModels<T>(ExcelWorksheet sheet, int headerRow, IReadOnlyList<TableColumn<T>> columns)
    {
        FillTable.DrawFrame(sheet, headerRow, columns, Models);
        sheet.Cells[headerRow + Models, 1, headerRow + Models, columns.Count].Style.QuotePrefix = true;
    }

    public static void Write<T>(SheetRowsXml xml, int firstRow, IReadOnlyList<TableColumn<T>> columns, IEnumerable<T> rows, int fewestLines)
    {
        var cells = new CellContent[columns.Count];
        foreach (var row in rows)
        {
            xml.StartGrowingRow(firstRow++, Read(columns, row, cells, fewestLines));
            WriteCells(xml, cells);
        }
    }

    /// <summary>Reads the cells of a row.</summary>
    /// <returns>How tall the row must be for them, in points.</returns>
    public static double Read<T>(IReadOnlyList<TableColumn<T>> columns, T row, Span<CellContent> cells, int fewestLines)
    {
        var lines = fewestLines;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = columns[i].Content(row);
            if (cells[i].Text is { } text)
            {
                lines = Math.Max(lines, TextHeight.Lines(text, columns[i].Width));
            }
        }

        return TextHeight.OfLines(lines);
    }

    /// <summary>A row without a look of its own.</summary>
    public static void WriteBare(SheetRowsXml xml, int number, params ReadOnlySpan<CellContent> cells)
    {
        xml.StartGrowingRow(number);
        WriteCells(xml, cells);
    }

    private static void WriteCells(SheetRowsXml xml, ReadOnlySpan<CellContent> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            xml.Cell(i, cells[i], cells[i].Text is { } text && SafeText.LooksLikeFormula(text) ? MarkedAsText : Plain);
        }

        xml.EndRow();
    }
}
