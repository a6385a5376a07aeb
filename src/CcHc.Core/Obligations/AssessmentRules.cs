using CcHc.Core.Calendars;
using CcHc.Core.Regimes;

namespace CcHc.Core.Obligations;

/// <summary>What to do when a due day falls on a day off; Bộ luật Dân sự 2015 Điều 148 says the next working day.</summary>
public enum DueDayOff { NextWorkingDay, Keep, PreviousWorkingDay }

/// <summary>What an assessment needs beside the obligations: the office's working days, its reporting regime and how it reads a due day.</summary>
public sealed record AssessmentRules(WorkingCalendar Calendar, ReportingRegime Regime, DueDayOff DueDayOff, bool StrictBefore)
{
    /// <summary>A due day at most so many working days ahead is "sắp đến hạn".</summary>
    public int DueSoonWorkingDays { get; init; } = DeadlineStatus.DefaultDueSoonWorkingDays;

    /// <summary>The working day a due day stands for (BLDS 2015 Điều 148 by default).</summary>
    public DateOnly Moved(DateOnly due) => DueDayOff switch
    {
        DueDayOff.NextWorkingDay => Calendar.NextWorkingDay(due),
        DueDayOff.PreviousWorkingDay => Calendar.PreviousWorkingDay(due),
        _ => due,
    };
}
