namespace CcHc.Core.Calendars;

/// <summary>
/// Public holidays (nghỉ lễ, tết) of Bộ luật Lao động 2019 Điều 112, for a year whose holiday list is not yet known. Where the law leaves the choice to a
/// yearly decision, the usual one is taken: Tết = the last day of the old lunar year and four days of the new; with 2/9 goes 1/9, or 3/9 when only that joins
/// the weekend (2/9 on a Thursday, or 1/9 a Sunday); before 2021 it was 2/9 alone. A holiday on a weekend is made up on the next working day (Điều 111 khoản
/// 3).
/// </summary>
public static class StatutoryDaysOff
{
    public static IReadOnlySet<DateOnly> Of(int year) => Named(year).Select(one => one.Day).ToHashSet();

    /// <summary>The same days in order, each with the words a list of days off has for it.</summary>
    public static IReadOnlyList<(DateOnly Day, string Name)> Named(int year)
    {
        var days = new SortedDictionary<DateOnly, string>();
        foreach (var (day, name) in Holidays(year))
        {
            days.TryAdd(day, name);
        }

        foreach (var (holiday, name) in days.Where(one => IsWeekend(one.Key)).ToList())
        {
            var instead = holiday;
            while (IsWeekend(instead) || days.ContainsKey(instead))
            {
                instead = instead.AddDays(1);
            }

            days.Add(instead, "Nghỉ bù " + name);
        }

        return [.. days.Select(one => (one.Key, one.Value))];
    }

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static IEnumerable<(DateOnly Day, string Name)> Holidays(int year)
    {
        yield return (new DateOnly(year, 1, 1), "Tết Dương lịch");
        for (var day = -1; day < 4; day++)
        {
            yield return (LunarCalendar.NewYear(year).AddDays(day), "Tết Nguyên đán ("
                + (day < 0 ? "ngày cuối năm cũ" : FormattableString.Invariant($"mùng {day + 1}")) + ")");
        }

        if (LunarCalendar.FromLunar(10, 3, false, year) is { } ancestors)
        {
            yield return (ancestors, "Giỗ Tổ Hùng Vương (10/3 âm lịch)");
        }

        yield return (new DateOnly(year, 4, 30), "Ngày Chiến thắng 30/4");
        yield return (new DateOnly(year, 5, 1), "Ngày Quốc tế lao động");
        var national = new DateOnly(year, 9, 2);
        yield return (national, "Quốc khánh");
        if (year >= 2021)
        {
            yield return (national.AddDays(national.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Thursday ? 1 : -1), "Quốc khánh (ngày liền kề 02/9)");
        }
    }
}
