using CcHc.Core.Calendars;
using CcHc.Core.PeriodReports.Regime;
using CcHc.Core.Reminders;

namespace CcHc.Core.Obligations;

/// <summary>What an assessment needs beside the obligations: the office's working days, its reporting regime and how it reads a due day.</summary>
public sealed record AssessmentRules(WorkingCalendar Calendar, ReportingRegime Regime, DueDayOff DueDayOff, bool StrictBefore)
{
    /// <summary>See <see cref="ReminderPolicy.DueSoonWorkingDays"/>.</summary>
    public int DueSoonWorkingDays { get; init; } = DeadlineStatus.DefaultDueSoonWorkingDays;

    public static AssessmentRules From(ReminderPolicy policy, WorkingCalendar calendar, ReportingRegime regime) =>
        new(calendar, regime, policy.DueDayOff, policy.StrictBefore) { DueSoonWorkingDays = policy.DueSoonWorkingDays };

    /// <summary>The working day a due day stands for (BLDS 2015 Điều 148 by default).</summary>
    public DateOnly Moved(DateOnly due) => DueDayOff switch
    {
        DueDayOff.NextWorkingDay => Calendar.NextWorkingDay(due),
        DueDayOff.PreviousWorkingDay => Calendar.PreviousWorkingDay(due),
        _ => due,
    };
}
