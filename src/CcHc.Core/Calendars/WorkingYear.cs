namespace CcHc.Core.Calendars;

/// <summary>One year's working days, counted once so that every question is a look-up.</summary>
internal sealed class WorkingYear
{
    /// <summary>At a day's place in the year, the working days up to and with it.</summary>
    private readonly int[] _countTo;
    private readonly DateOnly[] _days;
    private readonly DateOnly _first;

    public WorkingYear(int year, Func<DateOnly, bool> isWorkingDay)
    {
        _first = new DateOnly(year, 1, 1);
        var length = DateTime.IsLeapYear(year) ? 366 : 365;
        _days = [.. Enumerable.Range(0, length).Select(_first.AddDays).Where(isWorkingDay)];
        _countTo = new int[length];
        for (int i = 0, count = 0; i < length; i++)
        {
            count += count < _days.Length && _days[count] == _first.AddDays(i) ? 1 : 0;
            _countTo[i] = count;
        }
    }

    public int Count => _days.Length;

    /// <summary>The n-th working day of the year, from 1.</summary>
    public DateOnly this[int number] => _days[number - 1];

    public int CountTo(DateOnly day) => _countTo[day.DayNumber - _first.DayNumber];

    public bool Contains(DateOnly day) => CountTo(day) > (day == _first ? 0 : _countTo[day.DayNumber - _first.DayNumber - 1]);
}
