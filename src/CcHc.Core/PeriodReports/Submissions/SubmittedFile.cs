namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>A dropped file as it is kept (báo cáo đã nhận), without its bytes.</summary>
public sealed record SubmittedFile : IDatedSubmission
{
    public required SubmissionReading Reading { get; init; }
    /// <summary>When the agency last saved it, as the file system said.</summary>
    public required DateTimeOffset SavedAt { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required SubmissionState State { get; init; }
    /// <summary>0 for a file that never counted.</summary>
    public int Version { get; init; }
    /// <summary>Why it is in its state: one Vietnamese sentence.</summary>
    public required string Reason { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    /// <summary>Who decided its state: a person's name, or "hệ thống".</summary>
    public string ChangedBy { get; init; } = "";
    public ReceiptState Receipt { get; init; } = ReceiptState.Due;

    public string File => Reading.File;

    public string Hash => Reading.Hash;

    /// <summary>Empty when nobody can tell.</summary>
    public string PeriodCode => Reading.PeriodCode ?? "";

    /// <summary>Empty when nobody can tell.</summary>
    public string AgencyCode => Reading.AgencyCode ?? "";

    /// <summary>When it counts as handed in.</summary>
    public DateTimeOffset HandedInAt => SubmissionTiming.HandedInAt(this);

    /// <summary>It is, or was, the agency's report.</summary>
    public bool IsValid => SubmissionTiming.IsValid(this);

    /// <summary>See <see cref="SubmittedFileEntry.IsUndecided"/>.</summary>
    public bool IsUndecided => State == SubmissionState.Replaced && Version == 0;
}

/// <summary>Whether the agency was told what became of its file; none when nobody knows whose it is.</summary>
public enum ReceiptState { Due, Queued, None }
