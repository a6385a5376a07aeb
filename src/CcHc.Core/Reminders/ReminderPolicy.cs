using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.Regimes;

namespace CcHc.Core.Reminders;

/// <summary>When to remind (chính sách nhắc việc). All counts are working days.</summary>
public sealed record ReminderPolicy
{
    public static ReminderPolicy Default { get; } = new();

    public IReadOnlyList<int> WorkingDaysBefore { get; init; } = [15, 7, 3, 1];
    public bool OnTheDay { get; init; } = true;
    /// <summary>After the due day remind each so many working days; 0 = never.</summary>
    public int EveryWorkingDaysAfter { get; init; } = 5;
    /// <summary>Overdue this long: the head of the agency gets the letter too, on this very day and at each stage after it; 0 = never.</summary>
    public int HeadAfterWorkingDays { get; init; } = 10;
    /// <summary>Overdue this long: Sở Nội vụ is told too, likewise; 0 = never.</summary>
    public int StandingBodyAfterWorkingDays { get; init; } = 20;
    public DueDayOff DueDayOff { get; init; } = DueDayOff.NextWorkingDay;
    /// <summary>"Trước ngày X" is overdue on X itself already.</summary>
    public bool StrictBefore { get; init; }
    /// <summary>A task more calendar days overdue than this is listed for a human, not mailed.</summary>
    public int OldestOverdueDays { get; init; } = 365;
    /// <summary>A due day at most so many working days ahead is "sắp đến hạn", in every letter, workbook and page.</summary>
    public int DueSoonWorkingDays { get; init; } = DeadlineStatus.DefaultDueSoonWorkingDays;
    /// <summary>Stages further than <see cref="DailyWithinWorkingDays"/> before the due day are gathered on this weekday, or the working day after it; null = each on its own day.</summary>
    public DayOfWeek? GatherEarlyOn { get; init; } = DayOfWeek.Monday;
    /// <summary>What is due within so many working days, or overdue, is reminded on any working day.</summary>
    public int DailyWithinWorkingDays { get; init; } = 3;
    /// <summary>A head of an agency and Sở Nội vụ are told only of what is certain (<see cref="Obligations.DeadlineCertainty"/>); the rest waits for Sở Nội vụ to confirm it.</summary>
    public bool TellsHeadsOnlyWhatIsCertain { get; init; } = true;

    /// <summary>
    /// The policy as it can be kept: what is long overdue is told to the coordinating agency (cơ quan thường trực) only when that has an address, and nothing may be
    /// recorded as told that nobody hears.
    /// </summary>
    public ReminderPolicy HeardBy(Agency? coordinating) => CanHear(coordinating) ? this : this with { StandingBodyAfterWorkingDays = 0 };

    internal static bool CanHear(Agency? coordinating) => coordinating is { Emails.Count: > 0 };

    /// <summary>How deadlines are judged under this policy.</summary>
    public AssessmentRules Assessment(WorkingCalendar calendar, ReportingRegime regime) =>
        new(calendar, regime, DueDayOff, StrictBefore) { DueSoonWorkingDays = DueSoonWorkingDays };
}
