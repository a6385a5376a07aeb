using System.Globalization;
using CcHc.Dashboard.Pages.Tasks;
using CcHc.Dashboard.Snapshot;

namespace CcHc.Dashboard.Pages.Calendar;

/// <summary>A day of a month's sheet.</summary>
/// <param name="IsInMonth">False for the days of the months before and after that fill the first and the last week.</param>
/// <param name="Note">What the list of days off says of it; else empty.</param>
public sealed record MonthDay(DateOnly Day, bool IsInMonth, bool IsOff, bool IsToday, string Note, IReadOnlyList<DueItem> Items)
{
    /// <summary>So many items stand in a day; the rest is a number.</summary>
    public const int ItemsShown = 4;

    public IEnumerable<DueItem> Shown => Items.Take(ItemsShown);

    public int Hidden => Math.Max(0, Items.Count - ItemsShown);
}

/// <summary>One month of due days (lịch tháng), in weeks from Monday.</summary>
public sealed record MonthPlan(DateOnly First, IReadOnlyList<IReadOnlyList<MonthDay>> Weeks)
{
    private const string Format = "yyyy-MM";
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public string Code => CodeOf(First);

    public string Before => CodeOf(First.AddMonths(-1));

    public string After => CodeOf(First.AddMonths(1));

    public static string CodeOf(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <param name="month">"2026-06"; anything else is the month of today.</param>
    public static MonthPlan Of(string? month, OfficeStatus office, string agency = "")
    {
        var first = DateOnly.TryParseExact(month, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            && asked.Year is >= FirstYear and <= LastYear
            ? asked
            : new DateOnly(office.Today.Year, office.Today.Month, 1);
        var notes = office.Board.Days.Where(day => day.Note.Length > 0).DistinctBy(day => day.Day).ToDictionary(day => day.Day, day => day.Note);
        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        var weeks = new List<IReadOnlyList<MonthDay>>();
        for (var week = monday; week < first.AddMonths(1); week = week.AddDays(7))
        {
            weeks.Add([.. Enumerable.Range(0, 7).Select(week.AddDays).Select(Day)]);
        }

        return new MonthPlan(first, weeks);

        MonthDay Day(DateOnly day)
        {
            var isInMonth = day.Month == first.Month;
            return new MonthDay(day, isInMonth, !office.Calendar.IsWorkingDay(day), day == office.Today, notes.GetValueOrDefault(day, ""), isInMonth
                ? office.DueDays.On(day, agency) : []);
        }
    }
}
