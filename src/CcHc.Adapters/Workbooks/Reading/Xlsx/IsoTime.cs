using System.Globalization;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>A time of day (giờ trong ngày) of the strict form, "17:00:00" or "T17:00", which has no day.</summary>
internal static class IsoTime
{
    private static readonly string[] Forms = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <summary>Null for anything else.</summary>
    public static TimeSpan? Read(ReadOnlySpan<char> text)
    {
        var time = text.TrimStart('T').TrimEnd('Z');
        return TimeOnly.TryParseExact(time, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found.ToTimeSpan() : null;
    }

    /// <summary>True for year, month and day in front: other forms would be filled up with today's.</summary>
    public static bool BeginsWithDay(ReadOnlySpan<char> text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
