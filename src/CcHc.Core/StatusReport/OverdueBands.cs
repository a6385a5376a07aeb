using CcHc.Core.Obligations;

namespace CcHc.Core.StatusReport;

/// <summary>The age bands of what is overdue (nhóm theo số ngày quá hạn), counted in working days.</summary>
internal static class OverdueBands
{
    private static readonly (int LastDay, string Name)[] Bands =
    [
        (5, "Quá hạn từ 1 đến 5 ngày làm việc"),
        (15, "Quá hạn từ 6 đến 15 ngày làm việc"),
        (30, "Quá hạn từ 16 đến 30 ngày làm việc"),
        (int.MaxValue, "Quá hạn trên 30 ngày làm việc"),
    ];

    /// <summary>All four bands, youngest first, an empty one too. One past a due day off with no working day since is in the first.</summary>
    public static IReadOnlyList<OverdueBand> Split(IReadOnlyList<AssessedObligation> obligations, ReportOrder order)
    {
        var overdue = obligations.Where(o => StatusGroups.Of(o.Standing) == StatusGroup.Overdue).ToLookup(o => BandOf(o.Standing));
        return [.. Bands.Select((band, index) => new OverdueBand(band.Name, order.WorstFirst(overdue[index])))];
    }

    private static int BandOf(DeadlineStatus standing) => Array.FindIndex(Bands, band => -(standing.WorkingDaysLeft ?? 0) <= band.LastDay);
}
