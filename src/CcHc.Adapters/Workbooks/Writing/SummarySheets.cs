using CcHc.Core.Reports;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Writing;

/// <summary>The two summary sheets (Tổng hợp, Theo lĩnh vực): heading, key figures, charts, tables of counts.</summary>
internal static class SummarySheets
{
    /// <summary>More bars than this cannot be read on half a page: then the chart shows the agencies with the most overdue.</summary>
    private const int MostBars = 12;
    private const int ChartRows = 17;
    private const int LastColumn = StandingTable.RateColumn;

    /// <param name="asOf">The day of the figures in words, for titles and footers.</param>
    public static void Draw(WorkbookDraft draft, ConsolidatedReport report, string asOf)
    {
        var summary = draft.AddSheet("Tổng hợp");
        var byArea = draft.AddSheet("Theo lĩnh vực");
        var areas = DrawAreas(byArea, report, asOf);

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
        DrawLegend(summary, row + 2);

        var chartRow = row + 4;
        var tableRow = chartRow + ChartRows + 2;
        DrawHeadline(summary, tableRow - 1, "Kết quả theo cơ quan");
        var agencies = StandingTable.Draw(summary, tableRow, "Cơ quan", report.ByAgency, report.Totals);
        summary.Row(tableRow - 2).PageBreak = true;

        var (charted, chartedLines, title) = (agencies, report.ByAgency, "Tình trạng theo cơ quan");
        if (report.ByAgency.Count > MostBars)
        {
            title = FormattableString.Invariant($"{MostBars} cơ quan có nhiều đầu việc quá hạn nhất");
            chartedLines = [.. report.ByAgency.OrderByDescending(line => line.Counts.Overdue).ThenByDescending(line => line.Counts.Total).Take(MostBars)];
            DrawHeadline(summary, agencies.LastRow + 2, title);
            charted = StandingTable.Draw(summary, agencies.LastRow + 3, "Cơ quan", chartedLines, totals: null);
        }

        if (report.ByAgency.Count > 0)
        {
            const int middle = StandingTable.FirstGroupColumn;
            var below = chartRow + ChartRows;
            StandingChart.Draw(summary, "Theo lĩnh vực", "Tình trạng theo lĩnh vực", areas, report.ByArea, (chartRow, 1), (below, middle));
            StandingChart.Draw(summary, "Theo cơ quan", title, charted, chartedLines, (chartRow, middle), (below, LastColumn + 1));
        }

        // Without it LibreOffice prints the column beside the chart, too.
        summary.PrinterSettings.PrintArea = summary.Cells[1, 1, summary.Dimension.End.Row, LastColumn];
        PageSetup.ApplyA4Landscape(summary, (tableRow, tableRow), "Tổng hợp nhiệm vụ cải cách hành chính – " + asOf);
    }

    private static StandingTable DrawAreas(ExcelWorksheet sheet, ConsolidatedReport report, string asOf)
    {
        StandingTable.SetWidths(sheet);
        DrawHeadline(sheet, 1, "KẾT QUẢ THEO LĨNH VỰC");
        sheet.Cells[2, 1].Value = asOf;
        SheetStyle.Note(sheet.Cells[2, 1]);
        sheet.View.FreezePanes(TableFrame.FirstBodyRow, 1);
        PageSetup.ApplyA4Landscape(sheet, (TableFrame.HeaderRow, TableFrame.HeaderRow), "Kết quả theo lĩnh vực – " + asOf);
        return StandingTable.Draw(sheet, TableFrame.HeaderRow, "Lĩnh vực", report.ByArea, report.Totals);
    }

    private static void DrawHeadline(ExcelWorksheet sheet, int row, string text)
    {
        sheet.Cells[row, 1].Value = text;
        SheetStyle.Title(sheet.Cells[row, 1]);
        sheet.Row(row).Height = 24;
    }

    private static void DrawLegend(ExcelWorksheet sheet, int row)
    {
        string[] lines =
        [
            "Mỗi đầu việc là một nhiệm vụ tại một mốc thời gian của một cơ quan. "
            + FormattableString.Invariant($"Sắp đến hạn: còn không quá {StandingGroups.DueSoonWorkingDays} ngày làm việc. ")
            + "Tỷ lệ đúng hạn = đúng hạn / (đúng hạn + trễ hạn + quá hạn).",
            "Khác: việc thường xuyên, định kỳ chưa đến kỳ, chờ sự kiện, chưa hiểu thời hạn hoặc không còn thực hiện.",
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            sheet.Cells[row + i, 1].Value = lines[i];
            SheetStyle.Note(sheet.Cells[row + i, 1]);
            sheet.Cells[row + i, 1].Style.Font.Size = 10;
        }
    }
}
