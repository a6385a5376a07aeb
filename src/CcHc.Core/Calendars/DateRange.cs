namespace CcHc.Core.Calendars;

/// <summary>First and last day, both included.</summary>
public readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    public static DateRange Month(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <param name="quarter">1 to 4.</param>
    public static DateRange Quarter(int year, int quarter) => new(Month(year, quarter * 3 - 2).First, Month(year, quarter * 3).Last);

    public static DateRange Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}
