using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.StatusReport;

namespace CcHc.Adapters.Workbooks.StatusReports;

/// <summary>The two summary sheets (Tổng hợp, Theo lĩnh vực): heading, key figures, charts, tables of counts.</summary>
internal static class SummarySheets
{
    private const int ChartRows = 17;
    private const int LastColumn = StatusTable.RateColumn;

    /// <param name="asOf">The day of the figures in words, for titles and footers.</param>
    public static void Draw(WorkbookDraft draft, DailyStatusReport report, string asOf)
    {
        var summary = draft.AddSheet("Tổng hợp");
        var byArea = draft.AddSheet("Theo lĩnh vực");
        var standings = new StatusSummary(report.Totals, report.ByAgency, report.ByArea);
        var areas = StatusSheets.DrawAreas(byArea, standings, asOf);

        StatusTable.SetWidths(summary);
        AdministrativeHeading.Draw(
            summary,
            report.ProvinceName,
            title: "TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",
            note: $"({asOf})",
            report.AsOf,
            leftColumns: StatusTable.TotalColumn,
            columns: LastColumn);
        var row = AdministrativeHeading.FirstFreeRow;
        StatusTable.DrawKeyFigures(summary, row, "Nhiệm vụ trong các sổ theo dõi", report.Sources.Sum(source => source.Tasks), report.Totals);
        StatusSheets.DrawLegend(summary, row + 2, report.DueSoonWorkingDays);

        var chartRow = row + 4;
        var tableRow = chartRow + ChartRows + 2;
        summary.Row(tableRow - 2).PageBreak = true;
        StatusSheets.DrawAgencies(summary, tableRow, standings, areas, (chartRow, chartRow + ChartRows));

        // Without it LibreOffice prints the column beside the chart, too.
        summary.PrinterSettings.PrintArea = summary.Cells[1, 1, summary.Dimension.End.Row, LastColumn];
        PageSetup.ApplyA4Landscape(summary, (tableRow, tableRow), "Tổng hợp nhiệm vụ cải cách hành chính – " + asOf);
    }
}
