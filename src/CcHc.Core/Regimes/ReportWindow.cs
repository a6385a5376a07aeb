using CcHc.Core.Calendars;

namespace CcHc.Core.Regimes;

/// <summary>
/// Which days a report's figures are of (thời gian chốt số liệu), counted from the months of its period; a day beyond its month is the month's last.
/// </summary>
/// <param name="FirstMonth">0 = the period's first month, -1 = the month before it.</param>
/// <param name="LastMonth">0 = the period's last month, 1 = the month after it.</param>
public sealed record ReportWindow(int FirstDay, int FirstMonth, int LastDay, int LastMonth = 0)
{
    /// <summary>Up to this day of the last month, from the day after it in the month before the first: 14 gives 15/12 – 14/3.</summary>
    public static ReportWindow CutOff(int day) => new(day + 1, -1, day);

    internal DateRange Over(DateOnly firstMonth, DateOnly lastMonth) =>
        new(Day(firstMonth.AddMonths(FirstMonth), FirstDay), Day(lastMonth.AddMonths(LastMonth), LastDay));

    private static DateOnly Day(DateOnly month, int day) => new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));
}
