using System.Globalization;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>Reports owed and handed in (số báo cáo), of all agencies or of one group.</summary>
public sealed record SubmissionCounts(int Owed, int InTime, int Late, int Missing)
{
    public int Received => InTime + Late;

    /// <summary>0 to 1; null when nobody owes a report.</summary>
    public double? ReceivedRate => Owed > 0 ? (double)Received / Owed : null;

    /// <summary>"22 đúng hạn, 3 trễ hạn", "tất cả đúng hạn": a count of none is not printed.</summary>
    public string TimingInWords => Late == 0 ? "tất cả đúng hạn"
        : InTime == 0 ? "tất cả trễ hạn" : string.Create(CultureInfo.InvariantCulture, $"{InTime} đúng hạn, {Late} trễ hạn");

    /// <summary>"còn 3 cơ quan chưa gửi".</summary>
    public string MissingInWords => Missing == 0 ? "không còn cơ quan nào chưa gửi"
        : string.Create(CultureInfo.InvariantCulture, $"còn {Missing} cơ quan chưa gửi");

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
