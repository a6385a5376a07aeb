using CcHc.Core.Calendars;

namespace CcHc.Core.Reminders;

/// <summary>Whether early reminders are gathered today (ngày gom thư nhắc sớm), and how far off the next such day is.</summary>
/// <param name="WorkingDaysToNext">Working days after today up to and with the next gathering day.</param>
public readonly record struct GatheringDay(bool IsToday, int WorkingDaysToNext)
{
    /// <summary>Longest run of days off that a gathering day is looked for across.</summary>
    private const int MostDaysOff = 30;

    /// <returns>Null when the policy gathers nothing.</returns>
    public static GatheringDay? Of(ReminderPolicy policy, WorkingCalendar calendar, DateOnly today) =>
        policy.GatherEarlyOn is { } weekday
            ? new GatheringDay(IsOne(today, weekday, calendar), calendar.WorkingDaysBetween(today, Next(today, weekday, calendar))) : null;

    /// <summary>The weekday itself, or when that is a day off the first working day after it.</summary>
    private static bool IsOne(DateOnly day, DayOfWeek weekday, WorkingCalendar calendar)
    {
        if (!calendar.IsWorkingDay(day))
        {
            return false;
        }

        for (var back = day; day.DayNumber - back.DayNumber < MostDaysOff; back = back.AddDays(-1))
        {
            if (back != day && calendar.IsWorkingDay(back))
            {
                return false;
            }

            if (back.DayOfWeek == weekday)
            {
                return true;
            }
        }

        return false;
    }

    private static DateOnly Next(DateOnly today, DayOfWeek weekday, WorkingCalendar calendar)
    {
        var day = today.AddDays(1);
        while (!IsOne(day, weekday, calendar) && day.DayNumber - today.DayNumber < MostDaysOff * 2)
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
