namespace CcHc.Core.Jobs;

/// <summary>How a run ended: clean, done with findings somebody should read, in part (some work is left for the next run), or not at all.</summary>
public enum JobResult { Done, DoneWithFindings, Partly, Failed }

/// <summary>What a run tells of itself (kết quả chạy): counts for the dashboard and one English line for the log.</summary>
public sealed record JobOutcome(JobResult Result, string Summary, IReadOnlyDictionary<string, int> Counts);
