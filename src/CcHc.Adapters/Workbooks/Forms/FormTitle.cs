using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.PeriodReports.Forms;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>The three lines above a form's second and third sheet (tiêu đề trang): title, agency and period, what to do.</summary>
internal static class FormTitle
{
    /// <summary>How many lines agency and period take.</summary>
    public static int Lines(ReportForm form, double width) => TextHeight.Lines(FormWords.Of(form).Period, width);

    /// <param name="shown">What is printed of the form's own words.</param>
    public static void Draw(ExcelWorksheet sheet, string title, ReportForm form, FormWords shown, string hint, int columns, double width)
    {
        string[] lines = [title, FormWords.Of(form).Period, hint];
        (sheet.Cells[1, 1].Value, sheet.Cells[2, 1].Value, sheet.Cells[3, 1].Value) = (title, shown.Period, hint);
        SheetStyle.Title(sheet.Cells[1, 1]);
        SheetStyle.Note(sheet.Cells[2, 1, 3, 1]);
        sheet.Row(1).Height = 24;
        for (var row = 2; row <= 3; row++)
        {
            sheet.Cells[row, 1, row, columns].Merge = columns > 1;
            sheet.Cells[row, 1].Style.WrapText = true;
            sheet.Row(row).Height = TextHeight.OfLines(TextHeight.Lines(lines[row - 1], width));
        }
    }
}
