using System.Globalization;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.Wording;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>
/// The first two sheets of a period's workbook (Tổng hợp, Theo lĩnh vực): heading, key figures, charts, reports handed in, results by agency, signatures.
/// </summary>
internal static class PeriodSummarySheets
{
    private const int ChartRows = 16;
    private const int LastColumn = StatusTable.RateColumn;

    public static void Draw(WorkbookDraft draft, PeriodReport report, string note)
    {
        var summary = draft.AddSheet(PeriodSheets.Summary);
        var byArea = draft.AddSheet(PeriodSheets.ByArea);
        var areas = StatusSheets.DrawAreas(byArea, report.Standings, note);

        StatusTable.SetWidths(summary);
        AdministrativeHeading.Draw(
            summary,
            report.ProvinceName,
            title: "TỔNG HỢP BÁO CÁO CÔNG TÁC CẢI CÁCH HÀNH CHÍNH " + report.Period.Name.ToUpper(CultureInfo.GetCultureInfo("vi-VN")),
            note: $"({WindowOf(report)})",
            report.AsOf,
            leftColumns: StatusTable.TotalColumn,
            columns: LastColumn);
        var row = AdministrativeHeading.FirstFreeRow;
        StatusTable.DrawKeyFigures(summary, row, "Nhiệm vụ trong kỳ", report.Tasks, report.Standings.Totals);
        summary.Cells[row + 2, 1].Value = InOneSentence(report.HandIns.Totals);
        SheetStyle.Lead(summary.Cells[row + 2, 1]);
        summary.Row(row + 2).Height = 20;
        StatusSheets.DrawLegend(summary, row + 3, report.DueSoonWorkingDays);

        var chartRow = row + 5;
        var handInRow = chartRow + ChartRows + 1;
        summary.Row(handInRow - 1).PageBreak = true;
        var handInEnd = SubmissionBlock.Draw(summary, handInRow, report.HandIns, report.Due);
        summary.Row(handInEnd).PageBreak = true;
        var tableRow = handInEnd + 2;
        var last = StatusSheets.DrawAgencies(summary, tableRow, report.Standings, areas, (chartRow, chartRow + ChartRows));
        last = SignatureBlock.Draw(summary, last + 2, StatusTable.TotalColumn, LastColumn);

        // Without it LibreOffice prints the column beside the chart, too.
        summary.PrinterSettings.PrintArea = summary.Cells[1, 1, last, LastColumn];
        PageSetup.ApplyA4Landscape(summary, (tableRow, tableRow), "Tổng hợp báo cáo cải cách hành chính – " + note);
    }

    private static string WindowOf(PeriodReport report)
    {
        var version = (report.IsClosing, report.Version) switch
        {
            (true, var number) => string.Create(CultureInfo.InvariantCulture, $", bản {number}, đã chốt"),
            (false, > 1 and var number) => string.Create(CultureInfo.InvariantCulture, $", bản {number}"),
            _ => "",
        };
        var words = PeriodText.Window(report.Period);
        return $"{Vietnamese.Capital(words)}, tình trạng tính đến {AdministrativeHeading.InWords(report.AsOf)}{version}";
    }

    private static string InOneSentence(SubmissionCounts counts) => counts.Received == 0
        ? string.Create(CultureInfo.InvariantCulture, $"Chưa nhận báo cáo của cơ quan nào ({counts.Owed} cơ quan phải gửi).")
        : string.Create(CultureInfo.InvariantCulture, $"Đã nhận báo cáo của {counts.Received}/{counts.Owed} cơ quan: ")
            + $"{counts.TimingInWords}; {counts.MissingInWords}.";
}
