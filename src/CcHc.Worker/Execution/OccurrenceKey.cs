using System.Globalization;

namespace CcHc.Worker.Execution;

/// <summary>Names one planned run of a job (lượt chạy theo lịch): "2026-06-15T00:30:00Z", the same on every machine.</summary>
public static class OccurrenceKey
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Of(DateTimeOffset planned) => planned.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    /// <returns>Null for a run that somebody asked for.</returns>
    public static DateTimeOffset? PlannedTime(string key) =>
        DateTimeOffset.TryParseExact(key, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var planned) ? planned : null;
}
