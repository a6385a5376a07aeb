namespace CcHc.Core.Calendars;

/// <summary>Instants as the office's clock shows them (giờ Việt Nam): UTC+7 all the year, since 1975 without daylight saving.</summary>
public static class OfficeTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>Midnight at the office.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, Offset);

    /// <summary>The same instant with the office's offset.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);
}
