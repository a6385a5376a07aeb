namespace CcHc.Core.Reminders;

/// <summary>What to do when a due day falls on a day off; Bộ luật Dân sự 2015 Điều 148 says the next working day.</summary>
public enum DueDayOff { NextWorkingDay, Keep, PreviousWorkingDay }

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
}
