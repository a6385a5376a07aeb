using CcHc.Adapters.Workbooks.Drawing;

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

    public static void Write<T>(SheetRowsXml xml, int firstRow, IReadOnlyList<TableColumn<T>> columns, IEnumerable<T> rows, int fewestLines)
    {
        var cells = new CellContent[columns.Count];
        foreach (var row in rows)
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

            xml.StartGrowingRow(firstRow++, TextHeight.OfLines(lines));
            WriteCells(xml, cells);
        }
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
