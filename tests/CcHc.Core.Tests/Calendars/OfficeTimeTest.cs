using System.Globalization;
using CcHc.Core.Calendars;

namespace CcHc.Core.Tests.Calendars;

public class OfficeTimeTest
{
    [Theory]
    [InlineData("2026-06-30T16:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T17:00:00Z", "2026-07-01")]
    [InlineData("2026-12-31T17:00:00Z", "2027-01-01")]
    [InlineData("2026-07-01T00:00:00+07:00", "2026-07-01")]
    [InlineData("2026-06-30T23:30:00+09:00", "2026-06-30")]
    [InlineData("1976-03-28T17:00:00Z", "1976-03-29")]
    public void ADay_BeginsAtMidnightInVietnam_WhateverOffsetAnInstantIsWrittenIn(string instant, string day)
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        var expected = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(expected, OfficeTime.DayOf(at));
        Assert.Equal(OfficeTime.Of(at), TimeZoneInfo.ConvertTime(at, OfficeTime.Zone));
        Assert.InRange(at, OfficeTime.StartOf(expected), OfficeTime.StartOf(expected.AddDays(1)).AddTicks(-1));
    }

    [Fact]
    public void TheZone_NeedsNoDataOfTheMachine_AndKnowsNoDaylightSaving()
    {
        Assert.False(OfficeTime.Zone.SupportsDaylightSavingTime);
        Assert.Equal(("Asia/Ho_Chi_Minh", TimeSpan.FromHours(7)), (OfficeTime.Zone.Id, OfficeTime.Zone.BaseUtcOffset));
    }
}
