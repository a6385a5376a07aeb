using System.Globalization;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Forms;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>The rows below the tasks for work outside the plans (việc phát sinh): the agency names it and says what came of it.</summary>
internal static class FormExtraRows
{
    private const string Heading = FormLayout.ExtraHeading + " (nếu có): ghi tên việc ở cột Nhiệm vụ; không có thì để trống.";
    private const int Lines = 2;

    private static readonly string[] Named = [FormLayout.TaskColumn, FormLayout.ProductColumn];
    private static readonly string[] Letters = ["a", "b", "c", "d", "đ"];

    /// <param name="row">Of the heading.</param>
    /// <param name="first">Days of completion from this one …</param>
    /// <param name="last">… to this one are taken.</param>
    public static void Draw<T>(ExcelWorksheet sheet, int row, IReadOnlyList<TableColumn<T>> columns, DateOnly first, DateOnly last)
    {
        var key = columns.Count;
        var heading = sheet.Cells[row, 1, row, key - 1];
        heading.Merge = true;
        sheet.Cells[row, 1].Value = Heading;
        SheetStyle.SectionHeading(heading);
        sheet.Row(row).Height = 20;

        var (top, bottom) = (row + 1, row + FormLayout.ExtraRows);
        SheetStyle.Body(sheet.Cells[top, 1, bottom, key]);
        foreach (var (index, column) in columns.Index())
        {
            var cells = sheet.Cells[top, index + 1, bottom, index + 1];
            SheetStyle.Column(cells, column.Look);
            if (column.IsAnswer || Named.Contains(column.Header))
            {
                SheetStyle.Answer(cells);
                if (column.Look == ColumnLook.Text)
                {
                    cells.Style.Numberformat.Format = FillTable.TextFormat;
                }
            }

            if (column.Header == FormLayout.StatusColumn)
            {
                FormChecks.OfChoices(sheet, cells.Address, FormLayout.StatusChoices);
            }
            else if (column.Header == FormLayout.CompletedColumn)
            {
                FormChecks.OfDay(sheet, cells.Address, first, last);
            }
        }

        for (var i = 0; i < FormLayout.ExtraRows; i++)
        {
            sheet.Cells[top + i, 1].Value = Letters[i];
            sheet.Cells[top + i, 1].Style.HorizontalAlignment = OfficeOpenXml.Style.ExcelHorizontalAlignment.Center;
            sheet.Cells[top + i, key].Value = string.Create(CultureInfo.InvariantCulture, $"{FormLayout.ExtraKey}{i + 1}");
            FillTable.SetHeight(sheet, top + i, Lines);
        }
    }
}
