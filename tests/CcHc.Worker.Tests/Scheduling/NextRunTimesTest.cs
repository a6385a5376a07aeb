using CcHc.Core.Jobs;
using CcHc.Worker.Scheduling;
using CcHc.Worker.Tests.Support;
using CcHc.Worker.Timing;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Scheduling;

public sealed class NextRunTimesTest : IAsyncDisposable
{
    private readonly TestOffice _office = new()
    {
        Jobs = job => job.Duty switch
        {
            JobDuty.RemindAgencies => job with { Schedule = JobSchedule.Read("daily 07:30"), Days = JobDays.Working },
            JobDuty.DeliverMail => job with { Schedule = JobSchedule.Read("every 10 minutes") },
            JobDuty.CheckRegisters => job with { Schedule = JobSchedule.Read("daily 07:00"), IsEnabled = false },
            _ => job,
        },
    };

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    // Office time in, office time of the next run out; the 30th of April is off.
    [InlineData("2026-06-15T07:29", "2026-06-15T07:30", "2026-06-15T07:30")]
    [InlineData("2026-06-15T07:30", "2026-06-16T07:30", "2026-06-15T07:40")]
    [InlineData("2026-06-19T18:05", "2026-06-22T07:30", "2026-06-19T18:10")]
    [InlineData("2026-04-29T08:00", "2026-05-01T07:30", "2026-04-29T08:10")]
    public async Task Next_IsNeverPast_WheneverItIsAskedFor(string now, string remind, string deliver)
    {
        await using var host = await _office.OpenAsync();
        _office.Clock.Now = At(now);

        var next = await host.Services.GetRequiredService<NextRunTimes>().ReadAsync(CancellationToken.None);

        Assert.Equal((At(remind), At(deliver)), (next["RemindAgencies"], next["DeliverMail"]));
        Assert.Equal(2, next.Count);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + "+07:00", System.Globalization.CultureInfo.InvariantCulture);
}
