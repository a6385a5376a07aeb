using CcHc.Core.Obligations;

namespace CcHc.Dashboard.Snapshot;

/// <summary>What is due on one day, the agencies of one task together.</summary>
/// <param name="Worst">Of these agencies' obligations the one that stands worst.</param>
/// <param name="TaskId">Null for a period report, which is no task of a register.</param>
public sealed record DueItem(AssessedObligation Worst, string? TaskId, int Agencies);

/// <summary>Obligations by the day they are due (lịch đến hạn), period reports among them.</summary>
public sealed class DueDays(IReadOnlyList<TaskRow> worstFirst, IReadOnlyList<AssessedObligation> reports)
{
    private readonly Lazy<ILookup<DateOnly, TaskRow>> _tasks =
        new(() => worstFirst.Where(row => row.Standing.Due is not null).ToLookup(row => row.Standing.Due!.Value));
    private readonly Lazy<ILookup<DateOnly, AssessedObligation>> _reports =
        new(() => reports.Where(report => report.Standing.Due is not null).ToLookup(report => report.Standing.Due!.Value));

    /// <summary>Reports first, then the worst standing first.</summary>
    /// <param name="agency">Empty: of every agency.</param>
    public IReadOnlyList<DueItem> On(DateOnly day, string agency = "")
    {
        var ofReports = _reports.Value[day].Where(one => IsOf(one, agency)).OrderBy(one => !one.Standing.IsOpen)
            .GroupBy(one => one.Obligation.Task.Key, StringComparer.Ordinal);
        var ofTasks = _tasks.Value[day].Where(row => IsOf(row.Assessed, agency)).GroupBy(row => row.TaskId, StringComparer.Ordinal);
        return
        [
            .. ofReports.Select(group => new DueItem(group.First(), null, group.Count())),
            .. ofTasks.Select(
                group =>
                    new DueItem(group.First().Assessed, group.Key, group.Select(row => row.Obligation.Agency.Code).Distinct(StringComparer.Ordinal).Count())),
        ];
    }

    private static bool IsOf(AssessedObligation one, string agency) => agency.Length == 0 || one.Obligation.Agency.Code == agency;
}
