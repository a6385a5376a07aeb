namespace CcHc.Core.Jobs;

/// <summary>Finds the one run that makes up for those missed while nothing ran (chạy bù).</summary>
public static class MissedRuns
{
    /// <summary>Older than this a missed run has no use: its day's letters would be out of date.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(31);

    /// <summary>So late a planned run may still begin by itself.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The latest planned time that passed without a run, or null. A job that never ran has missed nothing: it was only just installed.
    /// </summary>
    /// <param name="lastPlanned">The latest planned time up to now.</param>
    /// <param name="lastRun">When the job last began, for whatever reason.</param>
    public static DateTimeOffset? ToMakeUp(JobDefinition job, DateTimeOffset? lastPlanned, DateTimeOffset? lastRun, DateTimeOffset now) =>
        job is { IsEnabled: true, Missed: MissedRunPolicy.RunOnce } && lastPlanned is { } planned && lastRun is { } run
        && run < planned && now - planned > Grace && now - planned < Oldest
            ? planned
            : null;
}
