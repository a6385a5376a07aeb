using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>Where a printed table is signed (phần ký): who made it on the left, the director on the right.</summary>
internal static class SignatureBlock
{
    /// <summary>Room for a signature and a name.</summary>
    private const int Rows = 6;

    /// <param name="leftColumns">How many columns the left half takes.</param>
    /// <returns>The last row taken.</returns>
    public static int Draw(ExcelWorksheet sheet, int row, int leftColumns, int columns)
    {
        Sign(sheet, row, 1, leftColumns, "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)");
        Sign(sheet, row, leftColumns + 1, columns, "GIÁM ĐỐC", "(Ký tên, đóng dấu)");
        return row + Rows;
    }

    private static void Sign(ExcelWorksheet sheet, int row, int first, int last, string title, string hint)
    {
        var heading = Line(sheet, row, first, last, title);
        heading.Style.Font.Bold = true;
        heading.Style.Font.Size = 13;
        Line(sheet, row + 1, first, last, hint).Style.Font.Italic = true;
        sheet.Row(row).Height = 20;
    }

    private static ExcelRange Line(ExcelWorksheet sheet, int row, int first, int last, string text)
    {
        var cells = sheet.Cells[row, first, row, last];
        cells.Merge = true;
        sheet.Cells[row, first].Value = text;
        cells.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        return sheet.Cells[row, first, row, last];
    }
}
