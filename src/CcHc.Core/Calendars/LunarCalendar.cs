namespace CcHc.Core.Calendars;

/// <summary>A day of the Vietnamese lunar calendar (âm lịch).</summary>
/// <param name="IsLeap">True in the second of two months with the same number (tháng nhuận).</param>
public readonly record struct LunarDate(int Year, int Month, int Day, bool IsLeap = false);

/// <summary>
/// The Vietnamese lunar calendar (âm lịch), reckoned at the meridian of UTC+7, after the astronomical method Hồ Ngọc Đức published. It differs from the Chinese
/// calendar (UTC+8) in some years: Tết came on 21/01/1985 and 17/02/2007. Good for 1900 to 2100.
/// </summary>
public static class LunarCalendar
{
    public static LunarDate ToLunar(DateOnly day)
    {
        var julian = Astronomy.JulianDayOf(day);
        var index = Astronomy.LastNewMoon(julian);

        // A lunar year's months are counted from the eleventh month, the one with the winter solstice.
        var year = LunarYear.StartingIn(day.Year);
        if (index < year.FirstIndex)
        {
            year = LunarYear.StartingIn(day.Year - 1);
        }

        var (month, isLeap) = year.MonthAt(index - year.FirstIndex);
        return new LunarDate(month >= 11 ? year.SolsticeYear : year.SolsticeYear + 1, month, julian - Astronomy.NewMoonDay(index) + 1, isLeap);
    }

    /// <summary>The solar day; null when that year has no such leap month or the month has no such day.</summary>
    public static DateOnly? FromLunar(int day, int month, bool isLeap, int year)
    {
        var lunarYear = LunarYear.StartingIn(month >= 11 ? year : year - 1);
        if (day < 1 || month is < 1 or > 12 || lunarYear.OffsetOf(month, isLeap) is not { } offset)
        {
            return null;
        }

        var start = Astronomy.NewMoonDay(lunarYear.FirstIndex + offset);
        var length = Astronomy.NewMoonDay(lunarYear.FirstIndex + offset + 1) - start;
        return day <= length ? Astronomy.DayOfJulian(start + day - 1) : null;
    }

    /// <summary>Tết Nguyên đán: the first day of the lunar year.</summary>
    public static DateOnly NewYear(int year) => FromLunar(1, 1, false, year)!.Value;
}
