using System.Collections.Concurrent;

namespace CcHc.Core.Calendars;

/// <summary>
/// Which days are worked (ngày làm việc): not weekends, not the days off of the office's list, but its make-up days (làm bù). A year the list does not cover
/// takes <see cref="StatutoryDaysOff"/>. Each year is counted once; safe for several threads.
/// </summary>
public sealed class WorkingCalendar
{
    // The list of one year ends with the first days of the next (nghỉ Tết Dương lịch): these alone do not make the next year known.
    private const int LastDayOfNewYearLeave = 4;

    private readonly Dictionary<DateOnly, CalendarDayKind> _listed = [];
    private readonly HashSet<int> _coveredYears;
    private readonly ConcurrentDictionary<int, WorkingYear> _years = new();

    /// <param name="days">The office's list; of two entries for one day the later counts.</param>
    public WorkingCalendar(IEnumerable<CalendarDay> days)
    {
        foreach (var day in days)
        {
            _listed[day.Day] = day.Kind;
        }

        _coveredYears = [.. _listed.Keys.Where(d => d.Month > 1 || d.Day > LastDayOfNewYearLeave).Select(d => d.Year)];
    }

    private WorkingCalendar(WorkingCalendar other, IEnumerable<CalendarDay> days)
        : this(other._listed.Select(day => new CalendarDay(day.Key, day.Value)).Concat(days)) => _coveredYears = other._coveredYears;

    /// <summary>Weekends and statutory days off only, for an office without a list.</summary>
    public static WorkingCalendar Statutory { get; } = new([]);

    /// <summary>True when the office's list has this year's days; entries of the first four days of January alone do not count.</summary>
    public bool CoversYear(int year) => _coveredYears.Contains(year);

    /// <summary>The same with some days changed, to try them out: a year without a list does not become one that has its list.</summary>
    public WorkingCalendar With(IEnumerable<CalendarDay> days) => new(this, days);

    public bool IsWorkingDay(DateOnly day) => Year(day.Year).Contains(day);

    /// <summary>The first working day on or after this one.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => IsWorkingDay(day) ? day : AddWorkingDays(day, 1);

    /// <summary>The last working day on or before this one.</summary>
    public DateOnly PreviousWorkingDay(DateOnly day) => IsWorkingDay(day) ? day : AddWorkingDays(day, -1);

    /// <summary>The n-th working day after this one, or before it when negative; the day itself for 0, worked or not.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        if (count == 0)
        {
            return day;
        }

        var year = day.Year;
        var number = Year(year).CountTo(day) + count + (count < 0 && !IsWorkingDay(day) ? 1 : 0);
        while (number > Year(year).Count)
        {
            number -= Year(year++).Count;
        }

        while (number < 1)
        {
            number += Year(--year).Count;
        }

        return Year(year)[number];
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative, counted the other way, when to is before from.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = Year(to.Year).CountTo(to) - Year(from.Year).CountTo(from);
        for (var year = from.Year; year < to.Year; year++)
        {
            count += Year(year).Count;
        }

        return count;
    }

    private WorkingYear Year(int year) => _years.TryGetValue(year, out var counted) ? counted : _years.GetOrAdd(year, Count);

    private WorkingYear Count(int year)
    {
        var statutory = CoversYear(year) ? null : StatutoryDaysOff.Of(year);
        return new WorkingYear(year, day => _listed.TryGetValue(day, out var kind)
            ? kind == CalendarDayKind.MakeUpWorkingDay
            : !StatutoryDaysOff.IsWeekend(day) && statutory?.Contains(day) != true);
    }
}
