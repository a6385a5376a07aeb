using CcHc.Core.Calendars;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>The size of the time a word names.</summary>
internal enum Granularity { Day, Month, Quarter, Year, Span }

/// <summary>A time as words name it, perhaps still without its year or, for a bare day, its month.</summary>
/// <remarks>A day may be <see cref="MonthEnd"/>; days below zero count back from the month's end.</remarks>
internal sealed record Point(Granularity Grain, int FirstMonth, int FirstDay, int LastMonth, int LastDay)
{
    public const int MonthEnd = -1;

    public int? Year { get; init; }

    /// <summary>The last year of "giai đoạn 2021-2025"; otherwise null.</summary>
    public int? LastYear { get; init; }

    /// <summary>Years from the plan year: "năm sau" is 1, "năm trước" -1; null when the words do not say.</summary>
    public int? YearShift { get; init; }

    /// <summary>True for "đầu", "giữa", "cuối", "khoảng": the words name no exact day.</summary>
    public bool IsVague { get; init; }

    /// <summary>True for "ngày 15 tháng 3", after which further months may share the day.</summary>
    public bool IsMonthInWords { get; init; }

    /// <summary>True for "cả năm", "suốt năm": something goes on, nothing falls due.</summary>
    public bool IsThroughout { get; init; }

    /// <summary>True for a year of two digits behind a stroke: "6/20" may be a cut-off 2026.</summary>
    public bool IsShortYear { get; init; }

    /// <summary>True for a day of the lunar calendar (âm lịch): month and day are lunar.</summary>
    public bool IsLunar { get; init; }

    /// <summary>The weekday written beside the day, which must agree with it.</summary>
    public DayOfWeek? Weekday { get; init; }

    public bool HasYear => Year is not null || YearShift is not null;

    /// <summary>True for "ngày 20": the month stands elsewhere.</summary>
    public bool LacksMonth => FirstMonth == 0;

    public static Point OfDay(int month, int day) => new(Granularity.Day, month, day, month, day);

    public static Point OfMonth(int month) => new(Granularity.Month, month, 1, month, MonthEnd);

    public static Point OfQuarter(int quarter) => new(Granularity.Quarter, quarter * 3 - 2, 1, quarter * 3, MonthEnd);

    public static Point OfYear() => new(Granularity.Year, 1, 1, 12, MonthEnd);

    public static Point OfMonths(int first, int last) => new(Granularity.Span, first, 1, last, MonthEnd);

    /// <summary>False for 31/02, tháng 13, quý V.</summary>
    public bool IsPossible(int? year) => In(year ?? 2024) is not null;

    public DateRange? In(int year)
    {
        if (IsLunar)
        {
            return year is >= 1901 and <= 2099 && LunarCalendar.FromLunar(FirstDay, FirstMonth, false, year) is { } solar ? new DateRange(solar, solar) : null;
        }

        var lastYear = LastYear ?? year;
        if (FirstMonth is < 1 or > 12 || LastMonth is < 1 or > 12 || year is < 1 or > 9000 || lastYear is < 1 or > 9000)
        {
            return null;
        }

        var (first, last) = (DayIn(year, FirstMonth, FirstDay), DayIn(lastYear, LastMonth, LastDay));
        return first is null || last is null ? null : new DateRange(first.Value, last.Value);
    }

    private static DateOnly? DayIn(int year, int month, int day)
    {
        var length = DateTime.DaysInMonth(year, month);
        var inMonth = day < 0 ? length + 1 + day : day;
        return inMonth < 1 || inMonth > length ? null : new DateOnly(year, month, inMonth);
    }
}
