using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers.Columns;

/// <summary>Days in a column "Ngày hoàn thành" of tasks whose status says that they are not done: the column tells when they shall be.</summary>
internal static class DaysOfOpenTasks
{
    private const int RowsLookedAt = 200;

    /// <summary>True when a third of the days stand beside such a status.</summary>
    public static bool AreMany(SheetGrid grid, IReadOnlyList<SheetRow> rows, ColumnSpan days, ColumnSpan statuses)
    {
        var said = rows.Take(RowsLookedAt).Where(row => !grid.At(row.Number, days.First).IsBlank).Select(row => grid.At(row.Number, statuses.First).Text)
            .ToList();
        return said.Count(status => status.Length > 0 && StatusParser.Read(status).Progress is TaskProgress.Open or TaskProgress.InProgress) * 3 >= Math.Max(2,
            said.Count);
    }
}
