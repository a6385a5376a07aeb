using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution;
using CcHc.Worker.Scheduling;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Scheduling;

/// <summary>When jobs run, and that each occurrence is one run, on each store.</summary>
public abstract class SchedulingTest : IAsyncLifetime
{
    private TestOffice _office = null!;

    protected abstract Task<string?> PostgresAsync();

    public async Task InitializeAsync()
    {
        // The clock stands still, for Quartz as well: what is planned for now is due at once, and nothing else comes.
        _office = new TestOffice { Postgres = await PostgresAsync() };
        _office.Clock.Now = new DateTimeOffset(2026, 6, 15, 3, 0, 0, TimeSpan.Zero);
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"], ["Lập dự toán", "Sở Tài chính", "Ngày 16/6/2026"]);
        await using var host = await _office.OpenAsync();
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    // RELIABILITY 63, 65: two machines, five requests.
    [Fact]
    public async Task Run_IsOneEffectiveRun_HoweverManyAskForIt()
    {
        await using var one = await _office.OpenAsync();
        await using var other = await _office.OpenAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => RunAsync(i % 2 == 0 ? one : other, "2026-06-15T00:30:00Z")));
        Assert.Single(outcomes, outcome => outcome is not null);
        Assert.Equal(2, _office.Letters.Count);
    }

    // RELIABILITY 65: "run now" pressed five times on the dashboard.
    [Fact]
    public async Task AWishOfTheDashboard_IsTakenByAWorker_AndRunOnce()
    {
        await using var service = await TestService.StartAsync(_office);
        var requests = service.Services.GetRequiredService<RunQueue>();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => requests.AskAsync("RemindAgencies", "hoa")));
        await service.HearAsync("RemindAgencies: Done");
        var run = Assert.Single(await service.Services.GetRequiredService<RunLog>().RecentAsync("RemindAgencies"));
        Assert.StartsWith("asked-", run.OccurrenceKey, StringComparison.Ordinal);
        Assert.Equal(2, _office.Letters.Count);
    }

    [Fact]
    public async Task APausedJob_IsLeftOut_UntilSomebodyResumesIt()
    {
        _office.Jobs = job => job.Duty == JobDuty.ReadRegisters ? job with { Schedule = JobSchedule.Read("daily 10:00") } : job;
        await using (var host = await _office.OpenAsync())
        {
            // It ran yesterday, and today's planned time is just past: a run to make up for.
            var ticket = await host.Services.GetRequiredService<RunLog>()
                .TryStartAsync(new RunClaim("ReadRegisters", "before", new DateOnly(2026, 6, 14), "may", TimeSpan.FromHours(1)));
            await host.Services.GetRequiredService<RunLog>().FinishAsync(ticket!, new JobOutcome(JobResult.Done, "", new Dictionary<string, int>()));
            await host.Services.GetRequiredService<JobPlans>().PauseAsync("ReadRegisters", _office.Clock.Now.AddDays(30), "hoa", "nghỉ");
        }

        _office.Clock.Now = _office.Clock.Now.AddDays(1).AddMinutes(5);
        await using (var paused = await TestService.StartAsync(_office))
        {
            await paused.HearAsync("ReadRegisters is paused");
            Assert.Single(await paused.Services.GetRequiredService<RunLog>().RecentAsync("ReadRegisters"));
            await paused.Services.GetRequiredService<JobPlans>().ResumeAsync("ReadRegisters");
        }

        await using var resumed = await TestService.StartAsync(_office);
        await resumed.HearAsync("ReadRegisters: Done");
    }

    // RELIABILITY 35: NTP puts the clock back, the planned time comes again.
    [Fact]
    public async Task Run_IsNotRepeated_WhenTheClockJumpsBack()
    {
        await using var host = await _office.OpenAsync();
        Assert.NotNull(await RunAsync(host, "2026-06-15T00:30:00Z"));
        _office.Clock.Now = _office.Clock.Now.AddHours(-4);
        Assert.Null(await RunAsync(host, "2026-06-15T00:30:00Z"));
        Assert.Equal(2, _office.Letters.Count);
    }

    [Fact]
    public async Task Run_SendsEachStageOnce_WhenTheClockJumpsADayAhead()
    {
        await using var host = await _office.OpenAsync();
        await RunAsync(host, "1");
        _office.Clock.Now = _office.Clock.Now.AddDays(1);
        await RunAsync(host, "2");
        _office.Clock.Now = _office.Clock.Now.AddDays(-1);
        await RunAsync(host, "3");
        // T-1 on the 15th, T on the 16th, nothing again on the 15th.
        Assert.Equal(4, _office.Letters.Count);
    }

    // RELIABILITY 43: killed between queueing and sending.
    [Fact]
    public async Task Run_FinishesWhatAKilledOneBegan_WithoutASecondLetter()
    {
        await using var host = await _office.OpenAsync();
        var log = host.Services.GetRequiredService<RunLog>();
        Assert.NotNull(
            await log.TryStartAsync(new RunClaim("RemindAgencies", "2026-06-15T00:30:00Z", new DateOnly(2026, 6, 15), "may-chet", TimeSpan.FromHours(1))));
        Assert.Null(await RunAsync(host, "2026-06-15T00:30:00Z"));

        var taken = await RunAsync(host, "2026-06-15T00:30:00Z", deadAttempt: 1);

        Assert.Equal(JobResult.Done, taken!.Result);
        Assert.Equal(2, _office.Letters.Count);
        Assert.Null(await RunAsync(host, "2026-06-15T00:30:00Z", deadAttempt: 1));
    }

    // RELIABILITY 36: away for an hour, for days, over the weekend: one run makes up for all.
    [Theory]
    [InlineData("2026-06-12T00:30:05Z")]
    [InlineData("2026-06-08T00:30:05Z")]
    public async Task Start_MakesUpForMissedRuns_Once(string lastRun)
    {
        _office.Jobs = job => job.Duty == JobDuty.RemindAgencies ? job with { Schedule = JobSchedule.Read("daily 07:30"), Days = JobDays.Working } : job;
        await RanAtAsync(lastRun);

        await using (var service = await TestService.StartAsync(_office))
        {
            await service.HearAsync("RemindAgencies: ");
        }

        var runs = await RunsAsync();
        Assert.Equal(["2026-06-15T00:30:00Z", "before"], runs.Select(run => run.OccurrenceKey));
        Assert.Equal(2, _office.Letters.Count);
    }

    [Fact]
    public async Task Start_TriesAFailedRunAgain()
    {
        _office.Jobs = job => job.Duty == JobDuty.RemindAgencies
            ? job with { Schedule = JobSchedule.Read("daily 07:30"), Retry = new RetryRule(5000, TimeSpan.Zero) }
            : job;
        await RanAtAsync("2026-06-14T00:30:05Z");
        var away = _office.Registers + "-away";
        Directory.Move(_office.Registers, away);

        await using (var service = await TestService.StartAsync(_office))
        {
            Assert.Contains("Failed", await service.HearAsync("RemindAgencies: Failed"), StringComparison.Ordinal);
            Directory.Move(away, _office.Registers);
            await service.HearAsync("RemindAgencies: Done");
        }

        var run = (await RunsAsync())[0];
        Assert.Equal(JobResult.Done, run.Outcome!.Result);
        Assert.True(run.Attempt > 1);
        Assert.Equal(2, _office.Letters.Count);
    }

    [Fact]
    public async Task Start_MakesUpForNothing_WhenTheOfficeSaysSkip()
    {
        _office.Jobs = job => job.Duty == JobDuty.RemindAgencies ? job with { Schedule = JobSchedule.Read("daily 07:30"), Missed = MissedRunPolicy.Skip } : job;
        await RanAtAsync("2026-06-12T00:30:05Z");
        await using (var service = await TestService.StartAsync(_office))
        {
            await service.Services.GetRequiredService<Schedule>().LookAgainAsync(CancellationToken.None);
        }

        Assert.Single(await RunsAsync());
    }

    private async Task RanAtAsync(string time)
    {
        var now = _office.Clock.Now;
        _office.Clock.Now = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        await using var host = await _office.OpenAsync();
        var log = host.Services.GetRequiredService<RunLog>();
        var ticket = await log.TryStartAsync(new RunClaim("RemindAgencies", "before", new DateOnly(2026, 6, 12), "may", TimeSpan.FromHours(1)));
        await log.FinishAsync(ticket!, new JobOutcome(JobResult.Done, "", new Dictionary<string, int>()));
        _office.Clock.Now = now;
    }

    private async Task<IReadOnlyList<LoggedRun>> RunsAsync()
    {
        await using var host = await _office.OpenAsync();
        return await host.Services.GetRequiredService<RunLog>().RecentAsync("RemindAgencies");
    }

    private static Task<JobOutcome?> RunAsync(OfficeHost host, string occurrence, int? deadAttempt = null) =>
        host.Services.GetRequiredService<JobRunner>().RunAsync(
            new JobExecutionRequest(host.Office.Jobs.Single(job => job.Duty == JobDuty.RemindAgencies), occurrence) { DeadAttempt = deadAttempt },
            new Progress<(int, int)>(), CancellationToken.None);
}

public sealed class SqliteSchedulingTest : SchedulingTest
{
    protected override Task<string?> PostgresAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresSchedulingTest(PostgresServer server) : SchedulingTest, IClassFixture<PostgresServer>
{
    protected override async Task<string?> PostgresAsync() => await server.NewSchemaAsync();
}
