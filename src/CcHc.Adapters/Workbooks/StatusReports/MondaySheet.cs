using System.Globalization;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Reminders;
using CcHc.Core.Text;
using CcHc.Core.Wording;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace CcHc.Adapters.Workbooks.StatusReports;

/// <summary>
/// Draws the first sheet of the workbook (Trang thứ Hai): one printed page, the worst first, what does not fit counted and found on the sheet of all that is
/// overdue.
/// </summary>
internal static class MondaySheet
{
    public const string Name = "Trang thứ Hai";
    private const int MostOverdue = 14;
    private const int MostChanges = 5;
    private const int Columns = 6;
    private static readonly double[] Widths = [5, 27, 30, 58, 13, 13];

    public static void Draw(WorkbookDraft draft, MondayPage page, string provinceName)
    {
        var sheet = draft.AddSheet(Name);
        for (var i = 0; i < Widths.Length; i++)
        {
            sheet.Column(i + 1).Width = Widths[i];
        }

        var asOf = AdministrativeHeading.InWords(page.Today);
        AdministrativeHeading.Draw(sheet, provinceName, "VIỆC CẦN ĐÔN ĐỐC TRONG TUẦN", $"(Tính đến {asOf})", page.Today, leftColumns: 3, columns: Columns);
        var row = AdministrativeHeading.FirstFreeRow;
        Sentence(sheet, row++, page.Headline + ".", isLead: true);
        Sentence(sheet, row++, page.Movement, isLead: false);
        row = DrawOverdue(sheet, row, page);
        DrawChanges(sheet, row + 1, page);

        sheet.View.FreezePanes(AdministrativeHeading.FirstFreeRow + 3, 1);
        PageSetup.ApplyA4Landscape(sheet, null, $"{Name} – tính đến {asOf}");
        sheet.PrinterSettings.FitToHeight = 1;
        sheet.PrinterSettings.PrintArea = sheet.Cells[1, 1, sheet.Dimension.End.Row, Columns];
    }

    private static int DrawOverdue(ExcelWorksheet sheet, int row, MondayPage page)
    {
        if (page.Overdue.Count == 0)
        {
            return row;
        }

        sheet.Cells[row, 1].LoadFromArrays([["TT", "Cơ quan", "Gọi ai", "Nhiệm vụ", "Quá hạn (ngày làm việc)", "Đã nhắc (lần)"]]);
        SheetStyle.Header(sheet.Cells[row, 1, row, Columns]);
        sheet.Row(row).Height = TextHeight.OfLines(3);
        var shown = page.Overdue.Take(MostOverdue).ToList();
        foreach (var (i, line) in shown.Index())
        {
            var (agency, at) = (line.Assessed.Obligation.Agency, row + 1 + i);
            var task = MondayPage.TaskOf(line.Assessed) + (line.Caution.Length > 0 ? $" ({line.Caution})" : "");
            var (name, call) = (SafeText.Cell(VietnameseText.OneLine(agency.Name)), SafeText.Cell(MondayPage.WhomToCall(agency)));
            sheet.Cells[at, 1].LoadFromArrays([[(double)(i + 1), name, call, SafeText.Cell(task), (double)line.WorkingDaysOver, (double)line.TimesReminded]]);
            sheet.Row(at).Height =
                TextHeight.OfLines(Math.Max(TextHeight.Lines(task, Widths[3]), Math.Max(TextHeight.Lines(name, Widths[1]), TextHeight.Lines(call, Widths[2]))));
        }

        var body = sheet.Cells[row + 1, 1, row + shown.Count, Columns];
        SheetStyle.Body(body);
        foreach (var column in (int[])[1, 5, 6])
        {
            sheet.Cells[row + 1, column, row + shown.Count, column].Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        }

        SheetStyle.Tone(sheet.Cells[row + 1, 5, row + shown.Count, 5], RowTone.Alarm);
        row += shown.Count + 1;
        if (page.Overdue.Count > shown.Count)
        {
            Sentence(sheet, row++, Say($"Còn {page.Overdue.Count - shown.Count} việc quá hạn ít ngày hơn: xem trang “Quá hạn”."), isLead: false);
        }

        return row;
    }

    private static void DrawChanges(ExcelWorksheet sheet, int row, MondayPage page)
    {
        foreach (var (title, lines) in new[] { ($"Hoàn thành từ {Vietnamese.WeekdayAndDay(page.Since)}", page.Done),
            ("Đến hạn trong tuần này", page.DueThisWeek) }.Where(part => part.Item2.Count > 0))
        {
            Sentence(sheet, row++, Say($"{title}: {lines.Count} việc"), isLead: true);
            foreach (var one in lines.Take(MostChanges))
            {
                var day = (one.Standing.IsDone ? one.Standing.Record!.Day : one.Standing.ShownDue) is { } known ? DayText.Of(known) + ": " : "";
                Sentence(sheet, row++, $"- {day}{VietnameseText.OneLine(one.Obligation.Agency.Name)}, {MondayPage.TaskOf(one)}", isLead: false);
            }

            if (lines.Count > MostChanges)
            {
                Sentence(sheet, row++, Say($"- và {lines.Count - MostChanges} việc khác"), isLead: false);
            }
        }
    }

    private static void Sentence(ExcelWorksheet sheet, int row, string text, bool isLead)
    {
        var cells = sheet.Cells[row, 1, row, Columns];
        cells.Merge = true;
        sheet.Cells[row, 1].Value = SafeText.Cell(text);
        cells.Style.WrapText = true;
        cells.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        cells.Style.Font.Bold = isLead;
        sheet.Row(row).Height = TextHeight.OfLines(TextHeight.Lines(text, Widths.Sum(), bold: isLead));
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
