namespace CcHc.Core.PeriodReports;

/// <summary>Reports owed and handed in (số báo cáo), of all agencies or of one group.</summary>
public sealed record HandInCounts(int Owed, int InTime, int Late, int Missing)
{
    public int Received => InTime + Late;

    /// <summary>0 to 1; null when nobody owes a report.</summary>
    public double? ReceivedRate => Owed > 0 ? (double)Received / Owed : null;

    public static HandInCounts Of(IReadOnlyCollection<HandIn> handIns) => new(
        handIns.Count,
        handIns.Count(handIn => handIn.State == HandInState.InTime),
        handIns.Count(handIn => handIn.State == HandInState.Late),
        handIns.Count(handIn => handIn.State == HandInState.Missing));
}

/// <summary>The reports of one group of the directory.</summary>
public sealed record HandInLine(string Group, HandInCounts Counts);

/// <summary>How the agencies handed in their reports (tình hình gửi báo cáo).</summary>
/// <param name="ByGroup">In the order the directory first names the groups.</param>
/// <param name="Lines">One an agency, in directory order.</param>
public sealed record HandInSummary(HandInCounts Totals, IReadOnlyList<HandInLine> ByGroup, IReadOnlyList<HandIn> Lines)
{
    /// <summary>A group the directory leaves blank is printed as this.</summary>
    private const string NoGroup = "Cơ quan khác";

    public IReadOnlyList<HandIn> Missing => [.. Lines.Where(handIn => handIn.State == HandInState.Missing)];

    internal static HandInSummary Of(IReadOnlyList<HandIn> ordered) => new(
        HandInCounts.Of(ordered),
        [
            .. ordered.GroupBy(handIn => handIn.Agency.Group is { Length: > 0 } group ? group : NoGroup, StringComparer.Ordinal)
                .Select(group => new HandInLine(group.Key, HandInCounts.Of([.. group]))),
        ],
        ordered);
}
