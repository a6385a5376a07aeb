using System.Globalization;
using CcHc.Core.Calendars;

namespace CcHc.Core.Tests.Simulation;

/// <summary>An office's list of days off and make-up days for one year, typed from its announcement.</summary>
internal sealed record HandList(int Year, string DaysOff, string MadeUp)
{
    public IEnumerable<CalendarDay> Entries =>
        Days(DaysOff).Select(day => new CalendarDay(day, CalendarDayKind.DayOff))
            .Concat(Days(MadeUp).Select(day => new CalendarDay(day, CalendarDayKind.MakeUpWorkingDay)));

    /// <summary>"16/2-20/2 27/4": days of the list's year.</summary>
    public IEnumerable<DateOnly> Days(string ranges)
    {
        foreach (var range in ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-').Select(day => DateOnly.ParseExact($"{day}/{Year}", "d/M/yyyy", CultureInfo.InvariantCulture)).ToList();
            for (var day = ends[0]; day <= ends[^1]; day = day.AddDays(1))
            {
                yield return day;
            }
        }
    }
}

/// <summary>Lists of days off, and what the law alone gives a year without one: both copied from a printed calendar, not reckoned.</summary>
internal static class HandCalendars
{
    public static readonly HandList Year2025 = new(2025, "1/1 27/1-31/1 7/4 30/4-2/5 1/9 2/9", "26/4");

    // Tết 17/2; Friday 2/1 and Monday 31/8 are swapped for Saturdays.
    public static readonly HandList Year2026 = new(2026, "1/1 2/1 14/2-22/2 27/4 30/4 1/5 31/8-2/9", "10/1 22/8");

    // Tết 6/2.
    public static readonly HandList Year2027 = new(2027, "1/1 5/2-11/2 16/4 30/4 3/5 2/9 3/9", "");

    // Tết 26/1; 24/1 and 3/4 are swapped for Saturdays.
    public static readonly HandList Year2028 = new(2028, "3/1 24/1-31/1 3/4 4/4 1/5 2/5 1/9 4/9", "5/2 8/4");

    /// <summary>Tết 5 days, Giỗ Tổ, 30/4, 1/5, 2/9 with the day beside it, 1/1; what falls on a weekend is made up on the next working day.</summary>
    public static readonly IReadOnlyList<HandList> Law =
    [
        new(2025, "1/1 28/1-31/1 3/2 7/4 30/4 1/5 1/9 2/9", ""),
        new(2026, "1/1 16/2-20/2 27/4 30/4 1/5 1/9 2/9", ""),
        new(2027, "1/1 5/2-11/2 16/4 30/4 3/5 2/9 3/9", ""),
        new(2028, "3/1 25/1-31/1 4/4 1/5 2/5 1/9 4/9", ""),
        new(2029, "1/1 12/2-16/2 23/4 30/4 1/5 3/9 4/9", ""),
    ];

    public static SlowCalendar Of(IReadOnlyList<HandList> lists)
    {
        var all = lists.Concat(Law.Where(law => lists.All(list => list.Year != law.Year))).ToList();
        return new SlowCalendar(all.SelectMany(list => list.Days(list.DaysOff)).ToHashSet(), all.SelectMany(list => list.Days(list.MadeUp)).ToHashSet());
    }
}
