namespace CcHc.Adapters.Settings;

/// <summary>jobs.yml as written, key by key; <see cref="JobsFileReader"/> judges it.</summary>
internal sealed class JobsDocument
{
    public OfficeDocument? Office { get; set; }
    public FoldersDocument? Folders { get; set; }
    public string? Regime { get; set; }
    public List<RegimeDocument>? Regimes { get; set; }
    public RemindersDocument? Reminders { get; set; }
    public ReportsDocument? Reports { get; set; }
    public RecipientsDocument? Recipients { get; set; }
    public List<JobDocument>? Jobs { get; set; }
}

internal sealed class OfficeDocument
{
    public string? Province { get; set; }
    public string? StandingBody { get; set; }
}

internal sealed class FoldersDocument
{
    public string? Shared { get; set; }
    public string? Output { get; set; }
}

internal sealed class RemindersDocument
{
    public List<int>? WorkingDaysBefore { get; set; }
    public bool? OnTheDay { get; set; }
    public int? EveryWorkingDaysAfter { get; set; }
    public int? EscalateToHeadAfter { get; set; }
    public int? EscalateToStandingBodyAfter { get; set; }
    public string? DueDayOff { get; set; }
    public bool? StrictBefore { get; set; }
    public int? OldestOverdueDays { get; set; }
    public int? DueSoonWithin { get; set; }
    public string? GatherEarlyOn { get; set; }
    public int? DailyWithin { get; set; }
    public bool? HeadsOnlyCertain { get; set; }
}

internal sealed class ReportsDocument
{
    public int? FormsWorkingDaysBefore { get; set; }
    public int? LeastAnsweredPercent { get; set; }
    public ChaseDocument? Chase { get; set; }
}

internal sealed class ChaseDocument
{
    public List<int>? WorkingDaysBefore { get; set; }
    public bool? OnTheDay { get; set; }
    public int? EveryWorkingDaysAfter { get; set; }
    public int? EscalateToHeadAfter { get; set; }
    public int? EscalateToStandingBodyAfter { get; set; }
}

internal sealed class RecipientsDocument
{
    public List<string>? Results { get; set; }
    public List<string>? Admin { get; set; }
}

internal sealed class JobDocument
{
    public string? Name { get; set; }
    public string? Does { get; set; }
    public string? Schedule { get; set; }
    public string? Days { get; set; }
    public string? Missed { get; set; }
    public RetryDocument? Retry { get; set; }
    public int? TimeLimitMinutes { get; set; }
    public bool? Enabled { get; set; }
}

internal sealed class RetryDocument
{
    public int? Times { get; set; }
    public int? PauseMinutes { get; set; }
}
