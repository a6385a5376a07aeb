using CcHc.Core.Calendars;

namespace CcHc.Office;

/// <summary>What day it is at the office: the calendar day in Asia/Ho_Chi_Minh, whatever zone the machine keeps.</summary>
public sealed class OfficeClock(TimeProvider clock)
{
    public DateOnly Today => OfficeTime.DayOf(clock.GetUtcNow());

    public DateTimeOffset Now => OfficeTime.Of(clock.GetUtcNow());
}
