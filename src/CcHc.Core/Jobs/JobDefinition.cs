namespace CcHc.Core.Jobs;

/// <summary>The duties a job can have.</summary>
public enum JobDuty
{
    ReadRegisters,
    RemindAgencies,
    DeliverMail,
    AssembleReport,
    CheckRegisters,
    IssueForms,
    CollectReports,
    AssemblePeriod,
    HealthMail,
    ImportPlans,
    Housekeeping,
    Backup,
    ReadMailbox,
}

/// <summary>On which days a job's schedule counts: every day, or the office's working days (ngày làm việc) alone.</summary>
public enum JobDays { All, Working }

/// <summary>What becomes of runs missed while nothing ran: one run to catch up with them all, or none.</summary>
public enum MissedRunPolicy { RunOnce, Skip }

/// <summary>How a failed run is tried again: so many times, the pause doubling from the first.</summary>
public sealed record RetryRule(int Times, TimeSpan FirstPause)
{
    /// <summary>From five minutes to most of a day: longer pauses help nobody.</summary>
    private const int MostDoublings = 8;

    public static RetryRule Default { get; } = new(3, TimeSpan.FromMinutes(5));

    /// <param name="retry">1 for the first retry.</param>
    public TimeSpan PauseBefore(int retry) => FirstPause * Math.Pow(2, Math.Min(retry - 1, MostDoublings));
}

/// <summary>One job (công việc) of jobs.yml.</summary>
/// <param name="Name">The office's own name for it, unique.</param>
public sealed record JobDefinition(string Name, JobDuty Duty)
{
    /// <summary>When it runs; null: only when a person asks.</summary>
    public JobSchedule? Schedule { get; init; }
    public JobDays Days { get; init; } = JobDays.All;
    public MissedRunPolicy Missed { get; init; } = MissedRunPolicy.RunOnce;
    public RetryRule Retry { get; init; } = RetryRule.Default;
    /// <summary>A run still going after this is stopped and counts as failed.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromHours(1);
    public bool IsEnabled { get; init; } = true;
}
