using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Regimes;

/// <summary>The day by which a report is sent: a day of the period's last month, the month's last day where it is shorter.</summary>
/// <param name="MonthsLater">0 = the period's last month, 1 = the month after it.</param>
public sealed record ReportDueDay(int Day, int MonthsLater = 0)
{
    internal DateOnly After(DateOnly lastMonth)
    {
        var month = lastMonth.AddMonths(MonthsLater);
        return new DateOnly(month.Year, month.Month, Math.Min(Day, DateTime.DaysInMonth(month.Year, month.Month)));
    }
}

/// <summary>A kind of period report (loại báo cáo) of a regime.</summary>
public sealed record ReportKind
{
    /// <summary>"Báo cáo quý".</summary>
    public required string Name { get; init; }
    public required Recurrence Frequency { get; init; }
    /// <summary>Null: the figures of the calendar period.</summary>
    public ReportWindow? Window { get; init; }
    /// <summary>Null: the regime names no day, the office must set one.</summary>
    public ReportDueDay? Due { get; init; }
    /// <summary>Periods another kind would have and this one stands for: "Q2" of the half-year report.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];
    /// <summary>Groups of the directory that owe it.</summary>
    public IReadOnlyList<string> OwedBy { get; init; } = [];

    /// <summary>Every period of this kind in a year. Of the two half-years only the first: the year's report stands for the second.</summary>
    public IEnumerable<ReportPeriod> Periods(int year) => Frequency switch
    {
        Recurrence.Monthly => Enumerable.Range(1, 12).Select(m => Period(year, m, m, Invariant($"T{m:00}"), Invariant($"Tháng {m}/{year}"))),
        Recurrence.Quarterly => Enumerable.Range(1, 4).Select(q => Period(year, q * 3 - 2, q * 3, Invariant($"Q{q}"), Invariant($"Quý {Roman(q)}/{year}"))),
        Recurrence.Semiannual => [Period(year, 1, 6, "6T", Invariant($"6 tháng đầu năm {year}"))],
        Recurrence.NineMonths => [Period(year, 1, 9, "9T", Invariant($"9 tháng năm {year}"))],
        Recurrence.Annual => [Period(year, 1, 12, "N", Invariant($"Năm {year}"))],
        _ => [],
    };

    private ReportPeriod Period(int year, int firstMonth, int lastMonth, string code, string name)
    {
        var (first, last) = (new DateOnly(year, firstMonth, 1), new DateOnly(year, lastMonth, 1));
        var calendar = new DateRange(first, last.AddMonths(1).AddDays(-1));
        return new ReportPeriod(Invariant($"{year:0000}-{code}"), name, this, Window?.Over(first, last) ?? calendar, calendar, Due?.After(last));
    }

    private static string Roman(int quarter) => quarter switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
