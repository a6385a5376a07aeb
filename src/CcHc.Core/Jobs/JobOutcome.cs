namespace CcHc.Core.Jobs;

/// <summary>How a run ended: clean, done with findings somebody should read, in part (some work is left for the next run), or not at all.</summary>
public enum JobResult { Done, DoneWithFindings, Partly, Failed }

/// <summary>What a run tells of itself (kết quả chạy): counts for the dashboard and one English line for the log.</summary>
public sealed record JobOutcome(JobResult Result, string Summary, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>The count of letters that are due and were not sent.</summary>
    public const string MailsWaiting = "mails_waiting";

    /// <summary>The fault that ended the run; null when the job itself says that it failed. Not kept in the log.</summary>
    public Exception? Failure { get; init; }

    /// <summary>What a dry run would have done, line by line, for whoever asked for it. Not kept in the log.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
}
