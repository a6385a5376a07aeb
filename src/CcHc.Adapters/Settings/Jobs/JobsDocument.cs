using CcHc.Core.Jobs;
using CcHc.Core.Obligations;

namespace CcHc.Adapters.Settings.Jobs;

/// <summary>jobs.yml as written, key by key; <see cref="JobsFileReader"/> judges it.</summary>
internal sealed class JobsDocument
{
    [Setting("The office.", IsRequired = true)]
    public OfficeDocument? Office { get; set; }

    [Setting("Where its workbooks are; relative to this file.", IsRequired = true)]
    public FoldersDocument? Folders { get; set; }

    [Setting("Reporting regime: a known one or one of the office's own.", IsRequired = true)]
    public string? Regime { get; set; }

    [Setting("The office's own regimes.")]
    public List<RegimeDocument>? Regimes { get; set; }

    [Setting("When agencies are reminded. All counts are working days.")]
    public RemindersDocument? Reminders { get; set; }

    [Setting("Period reports: when forms go out, and who is chased.")]
    public ReportsDocument? Reports { get; set; }

    [Setting("What agencies answer between two reports.")]
    public AnswersDocument? Answers { get; set; }

    [Setting("Who is told beside the agencies.")]
    public RecipientsDocument? Recipients { get; set; }

    [Setting("What runs when.", IsRequired = true)]
    public List<JobDocument>? Jobs { get; set; }
}

internal sealed class OfficeDocument
{
    [Setting("The province's name as it stands in letters.", IsRequired = true)]
    public string? Province { get; set; }

    [Setting("Code of Sở Nội vụ in danh-ba-co-quan.xlsx.", IsRequired = true)]
    public string? StandingBody { get; set; }

    [Setting("Whom agencies may call or answer; said at the foot of every letter.")]
    public ContactDocument? Contact { get; set; }
}

internal sealed class ContactDocument
{
    [Setting("A person or a division.")]
    public string? Name { get; set; }

    [Setting("Its telephone.")]
    public string? Phone { get; set; }

    [Setting("Answers to letters go to this address (Reply-To); default: to the sender's.", Form = SettingForm.MailAddress)]
    public string? Email { get; set; }
}

internal sealed class FoldersDocument
{
    [Setting("The office's workbooks; only ever read.", IsRequired = true)]
    public string? Shared { get; set; }

    [Setting("Where outputs are written; default: beside the workbooks.")]
    public string? Output { get; set; }

    [Setting("The shared folder as agencies find it, said in letters; leave out when they have no access to it.")]
    public string? ShownAs { get; set; }
}

internal sealed class RemindersDocument
{
    [Setting("Working days before the due day.", Least = 1, Most = 250)]
    public List<int>? WorkingDaysBefore { get; set; }

    [Setting("Also on the due day.")]
    public bool? OnTheDay { get; set; }

    [Setting("After the due day, every so many working days; 0 = never.", Least = 0, Most = 250)]
    public int? EveryWorkingDaysAfter { get; set; }

    [Setting("Overdue so many working days, the head of the agency gets the letter too; 0 = never.", Least = 0, Most = 1000)]
    public int? EscalateToHeadAfter { get; set; }

    [Setting("Overdue so many working days, Sở Nội vụ is told as well; 0 = never.", Least = 0, Most = 1000)]
    public int? EscalateToStandingBodyAfter { get; set; }

    [Setting("What becomes of a due day off.", Choices = typeof(DueDayOff))]
    public string? DueDayOff { get; set; }

    [Setting("True: \"trước ngày X\" is overdue on X itself.")]
    public bool? StrictBefore { get; set; }

    [Setting("Overdue longer than this is listed for a person, not mailed; days.", Least = 0, Most = 10000)]
    public int? OldestOverdueDays { get; set; }

    [Setting("Due within so many working days counts as due soon, in letters, workbooks and pages.", Least = 0, Most = 250)]
    public int? DueSoonWithin { get; set; }

    [Setting("The weekday that stages earlier than daily_within go out on together; never = each on its own day.",
        Words = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "never"])]
    public string? GatherEarlyOn { get; set; }

    [Setting("Due within so many working days, or overdue, is reminded on any working day.", Least = 0, Most = 250)]
    public int? DailyWithin { get; set; }

    [Setting("Heads and the coordinating agency hear only of real dates, confirmed readings and plain words of time.")]
    public bool? HeadsOnlyCertain { get; set; }
}

internal sealed class ReportsDocument
{
    [Setting("Forms go out so many working days before the report is due.", Least = 1, Most = 60)]
    public int? FormsWorkingDaysBefore { get; set; }

    [Setting("A report that answers less of its form than so many percent is still chased; 0 = any report counts.", Least = 0, Most = 100)]
    public int? LeastAnsweredPercent { get; set; }

    [Setting("When an agency that has not handed in is reminded.")]
    public ChaseDocument? Chase { get; set; }
}

internal sealed class AnswersDocument
{
    [Setting(
        "An agency that says a task is done, or asks for more time, is not reminded of it for so many working days while nobody has decided; 0 = reminders go on.", Least = 0, Most = 250)]
    public int? RestWorkingDays { get; set; }
}

internal sealed class ChaseDocument
{
    [Setting("Working days before the due day.", Least = 1, Most = 250)]
    public List<int>? WorkingDaysBefore { get; set; }

    [Setting("Also on the due day.")]
    public bool? OnTheDay { get; set; }

    [Setting("After the due day, every so many working days; 0 = never.", Least = 0, Most = 250)]
    public int? EveryWorkingDaysAfter { get; set; }

    [Setting("Overdue so many working days, the head of the agency gets the letter too; 0 = never.", Least = 0, Most = 1000)]
    public int? EscalateToHeadAfter { get; set; }

    [Setting("Overdue so many working days, Sở Nội vụ is told as well; 0 = never.", Least = 0, Most = 1000)]
    public int? EscalateToStandingBodyAfter { get; set; }
}

internal sealed class RecipientsDocument
{
    [Setting("Officers who get consolidated workbooks and register health.", Form = SettingForm.MailAddress)]
    public List<string>? Results { get; set; }

    [Setting("Who keeps the service running: failures, and once a week that all is well.", Form = SettingForm.MailAddress)]
    public List<string>? Admin { get; set; }
}

internal sealed class JobDocument
{
    [Setting("The office's own name for it; each once.", IsRequired = true)]
    public string? Name { get; set; }

    [Setting("Its duty.", Choices = typeof(JobDuty), IsRequired = true)]
    public string? Does { get; set; }

    [Setting("daily 07:30, weekdays 07:30, mondays 08:00, day 1 08:00, every 5 minutes, cron 0 30 7 ? * MON-FRI; without one: by hand only.")]
    public string? Schedule { get; set; }

    [Setting("All days, or the working days of lich-nghi.xlsx.", Choices = typeof(JobDays))]
    public string? Days { get; set; }

    [Setting("What becomes of runs missed while nothing ran.", Choices = typeof(MissedRunPolicy))]
    public string? Missed { get; set; }

    [Setting("How a failed run is tried again.")]
    public RetryDocument? Retry { get; set; }

    [Setting("A run still going after this is stopped.", Least = 1, Most = 1440)]
    public int? TimeLimitMinutes { get; set; }

    [Setting("False: it never runs.")]
    public bool? Enabled { get; set; }
}

internal sealed class RetryDocument
{
    [Setting("So many times.", Least = 0, Most = 20)]
    public int? Times { get; set; }

    [Setting("Before the first; each pause is twice as long as the one before.", Least = 1, Most = 1440)]
    public int? PauseMinutes { get; set; }
}
