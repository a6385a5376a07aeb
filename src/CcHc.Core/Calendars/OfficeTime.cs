namespace CcHc.Core.Calendars;

/// <summary>Instants as the office's clock shows them (giờ Việt Nam): UTC+7 all the year, since 1975 without daylight saving.</summary>
public static class OfficeTime
{
    public const string ZoneName = "Asia/Ho_Chi_Minh";

    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>For libraries that ask for a zone. Made here rather than looked up: a machine may lack the data of time zones.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.CreateCustomTimeZone(ZoneName, Offset, ZoneName, ZoneName);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The office's day of an hour given in UTC: an office's midnight written in UTC is 17:00 of the day before.</summary>
    public static DateOnly DayOfUtc(DateOnly day, int hour) => day.AddDays(hour + Offset.Hours >= 24 ? 1 : 0);

    /// <summary>Midnight at the office.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, Offset);

    /// <summary>The same instant as the office's wall clock shows it.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);
}
