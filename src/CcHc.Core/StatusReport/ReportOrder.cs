using CcHc.Core.Agencies;
using CcHc.Core.Obligations;

namespace CcHc.Core.StatusReport;

/// <summary>
/// The order of a report's lines (thứ tự trình bày), the same however the input was ordered. Names are ranked once, so that sorting fifty thousand lines
/// compares numbers.
/// </summary>
internal sealed class ReportOrder
{
    private readonly Dictionary<string, int> _agencyRanks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string File, string Sheet), int> _sheetRanks = [];

    /// <summary>Agencies stand as in the directory; those it no longer lists follow by name.</summary>
    public ReportOrder(IReadOnlyList<Agency> directory, IReadOnlyList<AssessedObligation> obligations)
    {
        var unlisted = obligations.Select(o => o.Obligation.Agency)
            .ExceptBy(directory.Select(agency => agency.Code), agency => agency.Code, StringComparer.Ordinal)
            .OrderBy(agency => agency.Name, VietnameseOrder.Comparer)
            .ThenBy(agency => agency.Code, StringComparer.Ordinal);
        foreach (var agency in directory.Concat(unlisted))
        {
            _agencyRanks.TryAdd(agency.Code, _agencyRanks.Count);
        }

        var sheets = obligations.Select(o => SheetOf(o)).Distinct()
            .OrderBy(place => place.File, VietnameseOrder.Comparer)
            .ThenBy(place => place.Sheet, VietnameseOrder.Comparer);
        foreach (var sheet in sheets)
        {
            _sheetRanks.Add(sheet, _sheetRanks.Count);
        }
    }

    public int AgencyRank(string code) => _agencyRanks[code];

    /// <summary>By area, then as the registers list the tasks, a task's milestones by day and its agencies in directory order.</summary>
    public IReadOnlyList<AssessedObligation> ByArea(IReadOnlyList<AssessedObligation> obligations) =>
        [.. InRegisterOrder(obligations.OrderBy(o => o.Obligation.Task.Area))];

    /// <summary>As the registers list the tasks, whatever their area.</summary>
    public IReadOnlyList<AssessedObligation> ByRegister(IReadOnlyList<AssessedObligation> obligations) => [.. InRegisterOrder(obligations.OrderBy(_ => 0))];

    /// <summary>The longest overdue first.</summary>
    public IReadOnlyList<AssessedObligation> WorstFirst(IEnumerable<AssessedObligation> obligations) =>
        [.. InRegisterOrder(obligations.OrderBy(o => o.Standing.WorkingDaysLeft).ThenBy(o => AgencyRank(o.Obligation.Agency.Code)))];

    public static IReadOnlyList<SourceFile> Sort(IReadOnlyList<SourceFile> sources) => [.. sources.OrderBy(source => source.File, VietnameseOrder.Comparer)];

    private IOrderedEnumerable<AssessedObligation> InRegisterOrder(IOrderedEnumerable<AssessedObligation> obligations) => obligations
        .ThenBy(o => _sheetRanks[SheetOf(o)])
        .ThenBy(o => o.Obligation.Task.Place.Row)
        .ThenBy(o => o.Obligation.Task.Key, StringComparer.Ordinal)
        .ThenBy(o => o.Standing.Due ?? DateOnly.MaxValue)
        .ThenBy(o => o.Obligation.MilestoneKey, StringComparer.Ordinal)
        .ThenBy(o => AgencyRank(o.Obligation.Agency.Code));

    private static (string File, string Sheet) SheetOf(AssessedObligation obligation) =>
        (obligation.Obligation.Task.Place.File, obligation.Obligation.Task.Place.Sheet);
}
