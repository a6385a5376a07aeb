using CcHc.Core.Reports;

namespace CcHc.Adapters.Workbooks.Writing;

/// <summary>The two summary sheets (Tổng hợp, Theo lĩnh vực): heading, key figures, charts, tables of counts.</summary>
internal static class SummarySheets
{
    private const int ChartRows = 17;
    private const int LastColumn = StandingTable.RateColumn;

    /// <param name="asOf">The day of the figures in words, for titles and footers.</param>
    public static void Draw(WorkbookDraft draft, ConsolidatedReport report, string asOf)
    {
        var summary = draft.AddSheet("Tổng hợp");
        var byArea = draft.AddSheet("Theo lĩnh vực");
        var standings = new StandingSummary(report.Totals, report.ByAgency, report.ByArea);
        var areas = StandingSheets.DrawAreas(byArea, standings, asOf);

        StandingTable.SetWidths(summary);
        AdministrativeHeading.Draw(
            summary,
            report.ProvinceName,
            title: "TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",
            note: $"({asOf})",
            report.AsOf,
            leftColumns: StandingTable.TotalColumn,
            columns: LastColumn);
        var row = AdministrativeHeading.FirstFreeRow;
        StandingTable.DrawKeyFigures(summary, row, "Nhiệm vụ trong các sổ theo dõi", report.Sources.Sum(source => source.Tasks), report.Totals);
        StandingSheets.DrawLegend(summary, row + 2, report.DueSoonWorkingDays);

        var chartRow = row + 4;
        var tableRow = chartRow + ChartRows + 2;
        summary.Row(tableRow - 2).PageBreak = true;
        StandingSheets.DrawAgencies(summary, tableRow, standings, areas, (chartRow, chartRow + ChartRows));

        // Without it LibreOffice prints the column beside the chart, too.
        summary.PrinterSettings.PrintArea = summary.Cells[1, 1, summary.Dimension.End.Row, LastColumn];
        PageSetup.ApplyA4Landscape(summary, (tableRow, tableRow), "Tổng hợp nhiệm vụ cải cách hành chính – " + asOf);
    }
}
