using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.StatusReport;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>The table of counts by standing (bảng kết quả), one line an agency or an area, with a line of totals.</summary>
/// <param name="HeaderRow">Where its headings stand.</param>
/// <param name="Lines">How many lines stand below them, without the totals.</param>
internal sealed record StatusTable(ExcelWorksheet Sheet, int HeaderRow, int Lines)
{
    public const int NameColumn = 2;
    public const int TotalColumn = 3;
    public const int FirstGroupColumn = 4;
    public const int RateColumn = FirstGroupColumn + GroupCount;
    private const int GroupCount = (int)StatusGroup.Other + 1;

    private static readonly double[] Widths = [5, 36, 11, 11, 11, 12, 11, 11, 11, 11, 12];

    public int LastRow => HeaderRow + Lines + 1;

    public static void SetWidths(ExcelWorksheet sheet)
    {
        for (var i = 0; i < Widths.Length; i++)
        {
            sheet.Column(i + 1).Width = Widths[i];
        }
    }

    /// <param name="totals">Null for a table that shows only some of the lines.</param>
    public static StatusTable Draw(ExcelWorksheet sheet, int headerRow, string nameHeader, IReadOnlyList<SummaryLine> lines, StatusCounts? totals)
    {
        List<object?[]> rows = [["TT", nameHeader, .. Headings()]];
        rows.AddRange(lines.Select((line, index) => (object?[])[(double)(index + 1), SafeText.Cell(line.Name), .. Figures(line.Counts)]));
        if (totals is not null)
        {
            rows.Add(["", "Tổng cộng", .. Figures(totals)]);
        }

        sheet.Cells[headerRow, 1].LoadFromArrays(rows);
        var last = headerRow + rows.Count - 1;
        SheetStyle.Body(sheet.Cells[headerRow, 1, last, RateColumn]);
        SheetStyle.Header(sheet.Cells[headerRow, 1, headerRow, RateColumn]);
        sheet.Row(headerRow).Height = TextHeight.OfLines(2);
        FormatFigures(sheet.Cells[headerRow + 1, TotalColumn, last, RateColumn]);
        sheet.Cells[headerRow + 1, 1, last, 1].Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        for (var i = 0; i < lines.Count; i++)
        {
            sheet.Row(headerRow + 1 + i).Height = TextHeight.OfLines(TextHeight.Lines(lines[i].Name, Widths[NameColumn - 1]));
            if (lines[i].Counts.Overdue > 0)
            {
                SheetStyle.Tone(sheet.Cells[headerRow + 1 + i, OverdueColumn], RowTone.Alarm);
            }
        }

        if (totals is not null)
        {
            SheetStyle.Totals(sheet.Cells[last, 1, last, RateColumn]);
            sheet.Row(last).Height = TextHeight.OfLines(1);
        }

        return new StatusTable(sheet, headerRow, lines.Count);
    }

    /// <summary>The totals as a strip of large figures, in the columns of the table below it.</summary>
    public static void DrawKeyFigures(ExcelWorksheet sheet, int row, string firstHeading, double firstFigure, StatusCounts totals)
    {
        sheet.Cells[row, 1].LoadFromArrays([[firstHeading, null, .. Headings()], [firstFigure, null, .. Figures(totals)]]);
        foreach (var line in (int[])[row, row + 1])
        {
            sheet.Cells[line, 1, line, NameColumn].Merge = true;
        }

        SheetStyle.Header(sheet.Cells[row, 1, row, RateColumn]);
        var figures = sheet.Cells[row + 1, 1, row + 1, RateColumn];
        SheetStyle.Body(figures);
        FormatFigures(figures);
        figures.Style.Font.Size = 18;
        figures.Style.Font.Bold = true;
        figures.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        if (totals.Overdue > 0)
        {
            figures = sheet.Cells[row + 1, OverdueColumn];
            figures.Style.Font.Color.SetColor(SheetStyle.AlarmText);
        }

        sheet.Row(row).Height = TextHeight.OfLines(2);
        sheet.Row(row + 1).Height = 30;
    }

    private const int OverdueColumn = FirstGroupColumn + (int)StatusGroup.Overdue;

    private static IEnumerable<object?> Headings() =>
        ["Tổng số đầu việc", .. Enum.GetValues<StatusGroup>().Select(group => group.DisplayName()), "Tỷ lệ đúng hạn"];

    private static IEnumerable<object?> Figures(StatusCounts counts) =>
    [
        (double)counts.Total, (double)counts.DoneInTime, (double)counts.DoneLate, (double)counts.DoneUndated, (double)counts.Overdue,
        (double)counts.DueSoon, (double)counts.Upcoming, (double)counts.Other,
        counts.OnTimeRate is { } rate ? rate : "–",
    ];

    private static void FormatFigures(ExcelRange cells)
    {
        cells.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        cells.Style.Numberformat.Format = SheetStyle.CountFormat;
        cells.Worksheet.Cells[cells.Start.Row, RateColumn, cells.End.Row, RateColumn].Style.Numberformat.Format = SheetStyle.RateFormat;
    }
}
