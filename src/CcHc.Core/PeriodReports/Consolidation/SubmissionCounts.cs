using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>Reports owed and handed in (số báo cáo), of all agencies or of one group.</summary>
public sealed record SubmissionCounts(int Owed, int InTime, int Late, int Missing)
{
    public int Received => InTime + Late;

    /// <summary>0 to 1; null when nobody owes a report.</summary>
    public double? ReceivedRate => Owed > 0 ? (double)Received / Owed : null;

    public static SubmissionCounts Of(IReadOnlyCollection<AgencySubmission> handIns) => new(
        handIns.Count,
        handIns.Count(handIn => handIn.State == SubmissionStatus.InTime),
        handIns.Count(handIn => handIn.State == SubmissionStatus.Late),
        handIns.Count(handIn => handIn.State == SubmissionStatus.Missing));
}

/// <summary>The reports of one group of the directory.</summary>
public sealed record SubmissionLine(string Group, SubmissionCounts Counts);

/// <summary>How the agencies handed in their reports (tình hình gửi báo cáo).</summary>
/// <param name="ByGroup">In the order the directory first names the groups.</param>
/// <param name="Lines">One an agency, in directory order.</param>
public sealed record SubmissionSummary(SubmissionCounts Totals, IReadOnlyList<SubmissionLine> ByGroup, IReadOnlyList<AgencySubmission> Lines)
{
    /// <summary>A group the directory leaves blank is printed as this.</summary>
    private const string NoGroup = "Cơ quan khác";

    public IReadOnlyList<AgencySubmission> Missing => [.. Lines.Where(handIn => handIn.State == SubmissionStatus.Missing)];

    internal static SubmissionSummary Of(IReadOnlyList<AgencySubmission> ordered) => new(
        SubmissionCounts.Of(ordered),
        [
            .. ordered.GroupBy(handIn => handIn.Agency.Group is { Length: > 0 } group ? group : NoGroup, StringComparer.Ordinal)
                .Select(group => new SubmissionLine(group.Key, SubmissionCounts.Of([.. group]))),
        ],
        ordered);
}
