using System.Globalization;
using CcHc.Core.Jobs;

namespace CcHc.Core.Tests.Jobs;

public class MissedRunsTest
{
    private static readonly JobDefinition Daily = new("remind", JobDuty.RemindAgencies);

    [Theory]
    [InlineData("2026-06-15 07:30", "2026-06-14 07:30", "2026-06-15 09:00", true)]
    // Three days away: still one run, for the latest planned time.
    [InlineData("2026-06-18 07:30", "2026-06-15 07:30", "2026-06-18 10:00", true)]
    [InlineData("2026-06-15 07:30", "2026-06-15 07:30", "2026-06-15 09:00", false)]
    [InlineData("2026-06-15 07:30", "2026-06-15 08:10", "2026-06-15 09:00", false)]
    [InlineData("2026-06-15 07:30", "2026-06-14 07:30", "2026-06-15 07:31", false)]
    [InlineData("2026-06-15 07:30", "2026-06-14 07:30", "2026-07-20 09:00", false)]
    [InlineData("2026-06-15 07:30", null, "2026-06-15 09:00", false)]
    public void ToMakeUp_IsTheLatestPlannedTimeWithoutARun(string planned, string? lastRun, string now, bool isMissed) =>
        Assert.Equal(isMissed ? At(planned) : null, MissedRuns.ToMakeUp(Daily, At(planned), At(lastRun), At(now)!.Value));

    [Fact]
    public void ToMakeUp_IsNone_WhenTheOfficeSaysSkip() =>
        Assert.Null(
            MissedRuns.ToMakeUp(Daily with { Missed = MissedRunPolicy.Skip }, At("2026-06-15 07:30"), At("2026-06-14 07:30"), At("2026-06-15 09:00")!.Value));

    private static DateTimeOffset? At(string? time) =>
        time is null ? null : new DateTimeOffset(DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
