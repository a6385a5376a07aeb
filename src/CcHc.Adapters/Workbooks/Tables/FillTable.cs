using CcHc.Adapters.Workbooks.Drawing;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>A short table that people fill in (bảng để điền), drawn cell by cell below whatever stands above its headings.</summary>
internal static class FillTable
{
    /// <summary>Typed text stays text: a line that begins with "-" is no formula, "12/3" no day.</summary>
    public const string TextFormat = "@";

    public static void SetWidths<T>(ExcelWorksheet sheet, IReadOnlyList<TableColumn<T>> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.Column(i + 1).Width = columns[i].Width;
        }
    }

    /// <param name="fewestLines">Room left in a row of short texts.</param>
    public static void Draw<T>(ExcelWorksheet sheet, int headerRow, IReadOnlyList<TableColumn<T>> columns, IReadOnlyList<T> rows, int fewestLines)
    {
        DrawFrame(sheet, headerRow, columns, rows.Count);
        var cells = new CellContent[columns.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            DrawRow(sheet, headerRow + 1 + i, columns, rows[i], cells, fewestLines);
        }
    }

    /// <summary>The headings, and the looks of so many rows below them.</summary>
    public static void DrawFrame<T>(ExcelWorksheet sheet, int headerRow, IReadOnlyList<TableColumn<T>> columns, int rows)
    {
        var header = sheet.Cells[headerRow, 1, headerRow, columns.Count];
        sheet.Cells[headerRow, 1].LoadFromArrays([[.. columns.Select(column => column.Header)]]);
        SheetStyle.Header(header);
        sheet.Row(headerRow).Height = TextHeight.OfLines(columns.Max(column => TextHeight.Lines(column.Header, column.Width - 2, bold: true)));
        if (rows == 0)
        {
            return;
        }

        SheetStyle.Body(sheet.Cells[headerRow + 1, 1, headerRow + rows, columns.Count]);
        for (var i = 0; i < columns.Count; i++)
        {
            var cells = sheet.Cells[headerRow + 1, i + 1, headerRow + rows, i + 1];
            SheetStyle.Column(cells, columns[i].Look);
            if (columns[i].IsAnswer)
            {
                SheetStyle.Answer(cells);
                if (columns[i].Look == ColumnLook.Text)
                {
                    cells.Style.Numberformat.Format = TextFormat;
                }
            }
        }
    }

    public static void Put(ExcelWorksheet sheet, int row, int column, CellContent content)
    {
        if (content.Text is { } text)
        {
            sheet.SetValue(row, column, text);
            if (SafeText.LooksLikeFormula(text))
            {
                sheet.Cells[row, column].Style.QuotePrefix = true;
            }
        }
        else if (content.Number is { } number)
        {
            sheet.SetValue(row, column, number);
        }
    }

    /// <summary>As tall as the text needs for now; it grows with what is typed.</summary>
    public static void SetHeight(ExcelWorksheet sheet, int row, int lines) => SetHeight(sheet, row, TextHeight.OfLines(lines));

    private static void SetHeight(ExcelWorksheet sheet, int row, double height)
    {
        sheet.Row(row).Height = height;
        sheet.Row(row).CustomHeight = false;
    }

    private static void DrawRow<T>(ExcelWorksheet sheet, int number, IReadOnlyList<TableColumn<T>> columns, T row, CellContent[] cells, int fewestLines)
    {
        SetHeight(sheet, number, FillRows.Read(columns, row, cells, fewestLines));
        for (var i = 0; i < cells.Length; i++)
        {
            Put(sheet, number, i + 1, cells[i]);
        }
    }
}
