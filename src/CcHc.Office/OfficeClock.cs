using CcHc.Adapters.Settings;

namespace CcHc.Office;

/// <summary>What day it is at the office: the calendar day in Asia/Ho_Chi_Minh, whatever zone the machine keeps.</summary>
public sealed class OfficeClock(TimeProvider clock)
{
    public const string ZoneName = "Asia/Ho_Chi_Minh";

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(ZoneName, out var zone)
        ? zone
        : throw new SettingsException($"This machine has no time-zone data for {ZoneName}. Install it (Debian: tzdata) and start again.");

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone);
}
