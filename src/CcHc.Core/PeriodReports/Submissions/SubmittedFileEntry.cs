namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>A dropped file without what it says (mục trong sổ nhận): enough to decide what becomes of it.</summary>
public sealed record SubmittedFileEntry : IDatedSubmission
{
    public string File { get; init; } = "";
    public string Hash { get; init; } = "";
    public string Period { get; init; } = "";
    public string AgencyCode { get; init; } = "";
    public DateTimeOffset SavedAt { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public SubmissionState State { get; init; }
    public int Version { get; init; }
    /// <summary>When its period was closed; null while that is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When it counts as handed in.</summary>
    public DateTimeOffset HandedInAt => SubmissionTiming.HandedInAt(this);

    /// <summary>It is, or was, the agency's report.</summary>
    public bool IsValid => SubmissionTiming.IsValid(this);

    /// <summary>Valid, and nobody has weighed it against the agency's other files yet.</summary>
    public bool IsUndecided => State == SubmissionState.Replaced && Version == 0;
}

/// <summary>A new state of a dropped file, with who and why.</summary>
public sealed record StateChange(string File, string Hash, SubmissionState State, int Version, string Person, string Reason);
