using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.Regimes;

namespace CcHc.Core.Reminders;

/// <summary>When to remind (chính sách nhắc việc). All counts are working days.</summary>
public sealed record ReminderPolicy
{
    public static ReminderPolicy Default { get; } = new();

    /// <summary>Reminded so many working days before the due day. Default: 15, 7, 3 and 1; each 1 to 250; empty = never before.</summary>
    public IReadOnlyList<int> WorkingDaysBefore { get; init; } = [15, 7, 3, 1];

    /// <summary>Reminded on the due day as well. Default: true.</summary>
    public bool OnTheDay { get; init; } = true;

    /// <summary>Overdue, it is reminded each so many working days. Default: 5; 0 to 250; 0 = never.</summary>
    public int EveryWorkingDaysAfter { get; init; } = 5;

    /// <summary>
    /// Overdue so many working days, the head of the agency is told too, on this very day and at each stage after it. Default: 10; 0 to 1000; 0 = never.
    /// </summary>
    public int HeadAfterWorkingDays { get; init; } = 10;

    /// <summary>Overdue so many working days, the coordinating agency is told too, likewise. Default: 20; 0 to 1000; 0 = never.</summary>
    public int StandingBodyAfterWorkingDays { get; init; } = 20;

    /// <summary>Default: the next working day (Bộ luật Dân sự 2015, Điều 148).</summary>
    public DueDayOff DueDayOff { get; init; } = DueDayOff.NextWorkingDay;

    /// <summary>"Trước ngày X" is overdue on X itself already. Default: false, X is the last day in time.</summary>
    public bool StrictBefore { get; init; }

    /// <summary>A task more calendar days overdue than this is listed for a person, not mailed. Default: 365; 0 to 10000.</summary>
    public int OldestOverdueDays { get; init; } = 365;

    /// <summary>
    /// A due day at most so many working days ahead is "sắp đến hạn", in every letter, workbook and page. Default:
    /// <see cref="DeadlineStatus.DefaultDueSoonWorkingDays"/>; 0 to 250.
    /// </summary>
    public int DueSoonWorkingDays { get; init; } = DeadlineStatus.DefaultDueSoonWorkingDays;

    /// <summary>
    /// Stages further than <see cref="DailyWithinWorkingDays"/> before the due day are gathered on this weekday, or the working day after it. Default: Monday;
    /// null = each on its own day.
    /// </summary>
    public DayOfWeek? GatherEarlyOn { get; init; } = DayOfWeek.Monday;

    /// <summary>
    /// What is due within so many working days, or overdue, is reminded on any working day. Default: 3; 0 to 250; without meaning when nothing is gathered.
    /// </summary>
    public int DailyWithinWorkingDays { get; init; } = 3;

    /// <summary>
    /// A head of an agency and the coordinating agency are told only of what is certain (<see cref="DeadlineCertainty"/>); the rest waits to be confirmed.
    /// Default: true.
    /// </summary>
    public bool TellsHeadsOnlyWhatIsCertain { get; init; } = true;

    /// <summary>
    /// The policy as it can be kept: what is long overdue is told to the coordinating agency (cơ quan thường trực) only when that has an address, and nothing
    /// may be recorded as told that nobody hears.
    /// </summary>
    public ReminderPolicy HeardBy(Agency? coordinating) => CanHear(coordinating) ? this : this with { StandingBodyAfterWorkingDays = 0 };

    internal static bool CanHear(Agency? coordinating) => coordinating is { Emails.Count: > 0 };

    /// <summary>How deadlines are judged under this policy.</summary>
    public AssessmentRules Assessment(WorkingCalendar calendar, ReportingRegime regime) =>
        new(calendar, regime, DueDayOff, StrictBefore) { DueSoonWorkingDays = DueSoonWorkingDays };
}
