using System.Globalization;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Consolidation;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>The part of the summary on reports handed in (tình hình gửi báo cáo): counts by group, their chart, and who has not reported.</summary>
internal static class SubmissionBlock
{
    private const int ChartRows = 18;
    private const int MostNames = ChartRows - 2;
    private const int FirstCountColumn = StatusTable.TotalColumn;
    private const int LastColumn = FirstCountColumn + 4;
    private const int ListColumn = StatusTable.FirstGroupColumn;

    private static readonly string[] Headings = ["Phải gửi", "Đúng hạn", "Trễ hạn", "Chưa gửi", "Tỷ lệ đã gửi"];
    private static readonly string[] Colors = ["548235", "F0B040"];
    private const string MissingColor = "C00000";
    // Nobody is late yet.
    private const string AwaitedColor = "BFBFBF";

    /// <returns>The last row taken.</returns>
    public static int Draw(ExcelWorksheet sheet, int row, SubmissionSummary handIns, DateOnly? due)
    {
        StatusSheets.DrawHeadline(sheet, row, "Tình hình gửi báo cáo");
        DrawCounts(sheet, row + 1, handIns);
        var isAnybodyLate = handIns.Missing.Any(handIn => handIn.WorkingDaysLate > 0);
        var below = row + 1 + handIns.ByGroup.Count + 3;
        if (handIns.ByGroup.Count > 0)
        {
            StackedBars.Draw(
                sheet,
                "Gửi báo cáo",
                "Báo cáo đã nhận theo nhóm cơ quan",
                new BarTable(sheet, row + 1, StatusTable.NameColumn, [.. handIns.ByGroup.Select(line => line.Group)]),
                [
                    .. Parts().Select((part, index) => new BarPart(
                        part.Name,
                        FirstCountColumn + 1 + index,
                        index < Colors.Length ? Colors[index] : isAnybodyLate ? MissingColor : AwaitedColor,
                        HasLightLabel: index == 0 || (index == Colors.Length && isAnybodyLate),
                        [.. handIns.ByGroup.Select(line => part.Count(line.Counts))])),
                ],
                (below, 1),
                (below + ChartRows, ListColumn));
        }

        DrawMissing(sheet, below, handIns.Missing, due);
        return below + ChartRows;
    }

    private static IEnumerable<(string Name, Func<SubmissionCounts, int> Count)> Parts() =>
        [(Headings[1], counts => counts.InTime), (Headings[2], counts => counts.Late), (Headings[3], counts => counts.Missing)];

    private static void DrawCounts(ExcelWorksheet sheet, int row, SubmissionSummary handIns)
    {
        List<object?[]> rows = [["TT", "Nhóm cơ quan", .. Headings]];
        rows.AddRange(handIns.ByGroup.Select((line, index) => (object?[])[(double)(index + 1), SafeText.Cell(line.Group), .. Figures(line.Counts)]));
        rows.Add(["", "Tổng cộng", .. Figures(handIns.Totals)]);
        sheet.Cells[row, 1].LoadFromArrays(rows);
        var last = row + rows.Count - 1;
        SheetStyle.Body(sheet.Cells[row, 1, last, LastColumn]);
        SheetStyle.Header(sheet.Cells[row, 1, row, LastColumn]);
        SheetStyle.Totals(sheet.Cells[last, 1, last, LastColumn]);
        sheet.Row(row).Height = TextHeight.OfLines(2);
        SheetStyle.Column(sheet.Cells[row + 1, 1, last, 1], ColumnLook.Centered);
        SheetStyle.Column(sheet.Cells[row + 1, FirstCountColumn, last, LastColumn], ColumnLook.Count);
        sheet.Cells[row + 1, LastColumn, last, LastColumn].Style.Numberformat.Format = SheetStyle.RateFormat;
        for (var i = row + 1; i <= last; i++)
        {
            sheet.Row(i).Height = TextHeight.OfLines(1);
        }
    }

    private static IEnumerable<object?> Figures(SubmissionCounts counts) =>
        [(double)counts.Owed, (double)counts.InTime, (double)counts.Late, (double)counts.Missing, counts.ReceivedRate is { } rate ? rate : "–"];

    private static void DrawMissing(ExcelWorksheet sheet, int row, IReadOnlyList<AgencySubmission> missing, DateOnly? due)
    {
        List<string> lines = missing.Count == 0
            ? ["Tất cả các cơ quan đã gửi báo cáo."]
            : [.. missing.Take(missing.Count > MostNames ? MostNames - 1 : MostNames).Select(handIn => LineOf(handIn, due))];
        if (missing.Count > lines.Count && missing.Count > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"… và {missing.Count - lines.Count} cơ quan khác, xem trang “{PeriodSheets.Missing}”."));
        }

        sheet.Cells[row, ListColumn].Value = string.Create(CultureInfo.InvariantCulture, $"Chưa gửi báo cáo ({missing.Count} cơ quan)");
        SheetStyle.Lead(sheet.Cells[row, ListColumn]);
        for (var i = 0; i < lines.Count; i++)
        {
            sheet.Cells[row + 1 + i, ListColumn].Value = SafeText.Cell(lines[i]);
        }

        // Without a side to be indented from, the indent is not shown.
        var list = sheet.Cells[row, ListColumn, row + lines.Count, ListColumn];
        list.Style.HorizontalAlignment = ExcelHorizontalAlignment.Left;
        list.Style.Indent = 1;
    }

    private static string LineOf(AgencySubmission handIn, DateOnly? due) => string.Join(", ", new[]
    {
        handIn.Agency.Name,
        handIn.WorkingDaysLate > 0 ? string.Create(CultureInfo.InvariantCulture, $"trễ {handIn.WorkingDaysLate} ngày làm việc")
            : due is null ? "" : "chưa quá hạn",
        handIn.RefusedFiles > 0 ? string.Create(CultureInfo.InvariantCulture, $"{handIn.RefusedFiles} tệp bị trả lại") : "",
    }.Where(part => part.Length > 0));
}
