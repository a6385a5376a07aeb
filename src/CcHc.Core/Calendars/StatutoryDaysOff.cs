namespace CcHc.Core.Calendars;

/// <summary>
/// Public holidays (nghỉ lễ, tết) of Bộ luật Lao động 2019 Điều 112, for a year whose holiday list is not yet known. Where the law leaves the choice to a yearly
/// decision, the usual one is taken: Tết = the last day of the old lunar year and four days of the new; with 2/9 goes 1/9, or 3/9 when only that joins the weekend
/// (2/9 on a Thursday, or 1/9 a Sunday); before 2021 it was 2/9 alone. A holiday on a weekend is made up on the next working day (Điều 111 khoản 3).
/// </summary>
public static class StatutoryDaysOff
{
    public static IReadOnlySet<DateOnly> Of(int year)
    {
        SortedSet<DateOnly> holidays = [.. Holidays(year)];
        var days = new HashSet<DateOnly>(holidays);
        foreach (var holiday in holidays.Where(IsWeekend))
        {
            var instead = holiday;
            while (IsWeekend(instead) || days.Contains(instead))
            {
                instead = instead.AddDays(1);
            }

            days.Add(instead);
        }

        return days;
    }

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static IEnumerable<DateOnly> Holidays(int year)
    {
        yield return new DateOnly(year, 1, 1);
        for (var day = -1; day < 4; day++)
        {
            yield return LunarCalendar.NewYear(year).AddDays(day);
        }

        if (LunarCalendar.FromLunar(10, 3, false, year) is { } ancestors)
        {
            yield return ancestors;
        }

        yield return new DateOnly(year, 4, 30);
        yield return new DateOnly(year, 5, 1);
        var national = new DateOnly(year, 9, 2);
        yield return national;
        if (year >= 2021)
        {
            yield return national.AddDays(national.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Thursday ? 1 : -1);
        }
    }
}
