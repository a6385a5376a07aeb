using CcHc.Core.Findings;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>What reading one dropped file gave (kết quả kiểm tra).</summary>
/// <param name="PeriodCode">Null when nobody can tell.</param>
/// <param name="AgencyCode">Null when nobody can tell; findings then reach only Sở Nội vụ.</param>
/// <param name="Submission">Null exactly when an error refuses the file.</param>
/// <param name="Findings">Errors refuse, warnings pass.</param>
public sealed record SubmissionReading(string File, string Hash, string? PeriodCode, string? AgencyCode, SubmissionContent? Submission,
    IReadOnlyList<Finding> Findings)
{
    public bool IsRefused => Submission is null;
}
