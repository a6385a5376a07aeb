using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>One agency's report of a period, handed in or not.</summary>
/// <param name="Submission">The version that counts; null when missing.</param>
/// <param name="Version">Of the agency's valid files in the order they were saved, 1-based; 0 when missing.</param>
/// <param name="ReceivedOn">The day its first valid version came; null when missing.</param>
/// <param name="WorkingDaysLate">0 when in time; of a missing report so far.</param>
/// <param name="RefusedFiles">How many of its files had errors: "missing" may mean "tried".</param>
public sealed record AgencySubmission(Agency Agency, SubmissionStatus State, SubmissionContent? Submission, int Version, DateOnly? ReceivedOn,
    int WorkingDaysLate, int RefusedFiles)
{
    /// <summary>It came, but answers too little of its form (đã nhận, chưa đủ).</summary>
    public bool IsIncomplete { get; init; }
}

/// <summary>A dropped file and what became of it (tệp đã nhận).</summary>
/// <param name="AgencyCode">Empty when nobody can tell whose it is.</param>
/// <param name="Version">0 for a file that never counted.</param>
/// <param name="SavedAt">When the agency last saved it, as the file system says: the order of versions.</param>
/// <param name="Reason">Why it is in its state, one Vietnamese sentence.</param>
public sealed record UsedFile(string File, string Hash, string AgencyCode, int Version, DateTimeOffset SavedAt, SubmissionState State, string Reason);
