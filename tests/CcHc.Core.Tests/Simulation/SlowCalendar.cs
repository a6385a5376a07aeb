namespace CcHc.Core.Tests.Simulation;

/// <summary>Working days by looking at one day after another.</summary>
/// <param name="off">Days off on weekdays, the statutory ones of years without a list among them.</param>
/// <param name="madeUp">Days of a weekend that are worked.</param>
internal sealed class SlowCalendar(IReadOnlySet<DateOnly> off, IReadOnlySet<DateOnly> madeUp)
{
    public bool Works(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? madeUp.Contains(day) : !off.Contains(day);

    /// <summary>Working days after the first day, up to and with the last.</summary>
    public int Count(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            count += Works(day) ? 1 : 0;
        }

        return count;
    }

    public DateOnly Step(DateOnly day, int days)
    {
        while (!Works(day))
        {
            day = day.AddDays(days);
        }

        return day;
    }
}
