using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.StatusReport;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>A stacked bar chart of standings (biểu đồ tình trạng), a bar a line of a <see cref="StatusTable"/>.</summary>
internal static class StatusChart
{
    // Done in green, late in olive, on an unknown day in pale green, overdue red, soon amber, later blue-grey, the rest light grey; told apart in black and
    // white print, too.
    private static readonly string[] Colors = ["548235", "A9C47F", "D5E3BF", "C00000", "F0B040", "8EA9C8", "D9D9D9"];

    /// <param name="from">Cell the chart's upper left corner stands in.</param>
    /// <param name="to">Cell its lower right corner reaches to, not included.</param>
    public static void Draw(
        ExcelWorksheet sheet, string name, string title, StatusTable table, IReadOnlyList<SummaryLine> lines, (int Row, int Column) from,
        (int Row, int Column) to) =>
        StackedBars.Draw(
            sheet,
            name,
            title,
            new BarTable(table.Sheet, table.HeaderRow, StatusTable.NameColumn, [.. lines.Select(line => line.Name)]),
            [
                .. Enum.GetValues<StatusGroup>().Select(group => new BarPart(
                    group.DisplayName(),
                    StatusTable.FirstGroupColumn + (int)group,
                    Colors[(int)group],
                    HasLightLabel: group is StatusGroup.DoneInTime or StatusGroup.Overdue,
                    [.. lines.Select(line => CountOf(line.Counts, group))])),
            ],
            from,
            to);

    private static int CountOf(StatusCounts counts, StatusGroup group) => group switch
    {
        StatusGroup.DoneInTime => counts.DoneInTime,
        StatusGroup.DoneLate => counts.DoneLate,
        StatusGroup.DoneUndated => counts.DoneUndated,
        StatusGroup.Overdue => counts.Overdue,
        StatusGroup.DueSoon => counts.DueSoon,
        StatusGroup.Upcoming => counts.Upcoming,
        _ => counts.Other,
    };
}
