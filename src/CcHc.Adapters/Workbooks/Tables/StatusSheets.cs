using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.StatusReport;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>
/// The parts that every summary of standings has (các phần tổng hợp tình trạng): the sheet by area, the results by agency, both charts, the legend.
/// </summary>
internal static class StatusSheets
{
    /// <summary>More bars than this cannot be read on half a page: then the chart shows the agencies with the most overdue.</summary>
    private const int MostBars = 12;

    public static StatusTable DrawAreas(ExcelWorksheet sheet, StatusSummary standings, string asOf)
    {
        StatusTable.SetWidths(sheet);
        DrawHeadline(sheet, 1, "KẾT QUẢ THEO LĨNH VỰC");
        sheet.Cells[2, 1].Value = asOf;
        SheetStyle.Note(sheet.Cells[2, 1]);
        sheet.View.FreezePanes(TableFrame.FirstBodyRow, 1);
        PageSetup.ApplyA4Landscape(sheet, (TableFrame.HeaderRow, TableFrame.HeaderRow), "Kết quả theo lĩnh vực – " + asOf);
        return StatusTable.Draw(sheet, TableFrame.HeaderRow, "Lĩnh vực", standings.ByArea, standings.Totals);
    }

    /// <summary>The table of agencies with its headline above, and both charts where the first page has room for them.</summary>
    /// <param name="areas">The table of the other sheet, which the first chart shows.</param>
    /// <param name="charts">First row of the charts, and the first below them.</param>
    /// <returns>The last row used.</returns>
    public static int DrawAgencies(ExcelWorksheet sheet, int tableRow, StatusSummary standings, StatusTable areas, (int From, int To) charts)
    {
        DrawHeadline(sheet, tableRow - 1, "Kết quả theo cơ quan");
        var agencies = StatusTable.Draw(sheet, tableRow, "Cơ quan", standings.ByAgency, standings.Totals);
        var (charted, chartedLines, title) = (agencies, standings.ByAgency, "Tình trạng theo cơ quan");
        var last = agencies.LastRow;
        if (standings.ByAgency.Count > MostBars)
        {
            // Only agencies that have something overdue may stand under that name.
            chartedLines = [.. standings.ByAgency.Where(line => standings.Totals.Overdue == 0 || line.Counts.Overdue > 0)
                .OrderByDescending(line => line.Counts.Overdue).ThenByDescending(line => line.Counts.Total).Take(MostBars)];
            title = FormattableString.Invariant($"{chartedLines.Count} cơ quan có nhiều đầu việc{(standings.Totals.Overdue > 0 ? " quá hạn" : "")} nhất");
            DrawHeadline(sheet, last + 2, title);
            charted = StatusTable.Draw(sheet, last + 3, "Cơ quan", chartedLines, totals: null);
            last += 3 + chartedLines.Count;
        }

        if (standings.ByAgency.Count > 0)
        {
            const int middle = StatusTable.FirstGroupColumn;
            StatusChart.Draw(sheet, "Theo lĩnh vực", "Tình trạng theo lĩnh vực", areas, standings.ByArea, (charts.From, 1), (charts.To, middle));
            StatusChart.Draw(sheet, "Theo cơ quan", title, charted, chartedLines, (charts.From, middle), (charts.To, StatusTable.RateColumn + 1));
        }

        return last;
    }

    public static void DrawHeadline(ExcelWorksheet sheet, int row, string text)
    {
        sheet.Cells[row, 1].Value = text;
        SheetStyle.Title(sheet.Cells[row, 1]);
        sheet.Row(row).Height = 24;
    }

    /// <summary>Two rows.</summary>
    public static void DrawLegend(ExcelWorksheet sheet, int row, int dueSoonWorkingDays)
    {
        string[] lines =
        [
            "Mỗi đầu việc là một nhiệm vụ tại một mốc thời gian của một cơ quan. "
            + FormattableString.Invariant($"Sắp đến hạn: còn không quá {dueSoonWorkingDays} ngày làm việc. ")
            + "Tỷ lệ đúng hạn = đúng hạn / (đúng hạn + trễ hạn + quá hạn).",
            "Khác: việc thường xuyên, định kỳ chưa đến kỳ, chờ sự kiện, chưa xác định thời hạn hoặc không còn thực hiện. Việc đã xong mà chưa rõ ngày không tính vào tỷ lệ.",
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            sheet.Cells[row + i, 1].Value = lines[i];
            SheetStyle.Note(sheet.Cells[row + i, 1]);
            sheet.Cells[row + i, 1].Style.Font.Size = 10;
        }
    }
}
