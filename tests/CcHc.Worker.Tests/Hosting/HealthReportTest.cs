using CcHc.Adapters.Alerts;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Worker.Execution;
using CcHc.Worker.Hosting;
using CcHc.Worker.Scheduling;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CcHc.Worker.Tests.Hosting;

/// <summary>What the health page finds: each fault of a service by its own check, and nothing where all is well.</summary>
public sealed class HealthReportTest : IAsyncLifetime
{
    private const string Remind = nameof(JobDuty.RemindAgencies);

    private readonly TestOffice _office = new()
    {
        Mode = MailMode.Smtp,
        Mail = mail => mail with { Host = "127.0.0.1", Port = 1, UseTls = false },
        Jobs = job => job.Duty == JobDuty.RemindAgencies ? job with { Schedule = JobSchedule.Read("daily 08:30") } : job,
    };

    private IHost _host = null!;

    private HealthReport Health => _host.Services.GetRequiredService<HealthReport>();

    public async Task InitializeAsync()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        await (await _office.OpenAsync()).DisposeAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddCcHc(_office.Office, _office.Machine, _office.Clock).AddHangfireExecution(_office.Machine).AddQuartzScheduling().AddCcHcHealth();
        builder.Services.AddSingleton(new SettingsWatch(_office.Office.Path, _office.Clock, NullLogger<SettingsWatch>.Instance));
        _host = builder.Build();
        // The service is up since this moment.
        Assert.Equal("", await AskAsync("runs"));
    }

    public async Task DisposeAsync()
    {
        _host.Dispose();
        await _office.DisposeAsync();
    }

    [Theory]
    [InlineData("database")]
    [InlineData("share")]
    [InlineData("mail")]
    [InlineData("queue")]
    [InlineData("settings")]
    [InlineData("runs")]
    [InlineData("unfinished")]
    [InlineData("alarms")]
    public async Task NothingIsSaid_WhereAllIsWell(string check) => Assert.Equal("", await AskAsync(check));

    [Fact]
    public async Task AScheduleThatHasNotBegun_IsSaid() => Assert.Equal("The scheduler has not started yet.", await AskAsync("schedule"));

    [Fact]
    public async Task AShareThatIsAway_IsSaid()
    {
        Directory.Move(_office.Shared, _office.Shared + "-away");
        await Assert.ThrowsAnyAsync<IOException>(() => AskAsync("share"));
    }

    [Fact]
    public async Task AnEmptyShare_IsSaid()
    {
        File.Delete(Path.Combine(_office.Registers, "ke-hoach.xlsx"));
        Assert.EndsWith("is empty.", await AskAsync("share"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeldLetters_AreSaid_WithTheVerb()
    {
        await _host.Services.GetRequiredService<LetterHold>().BeginAsync("restored", CancellationToken.None);
        Assert.Contains("cchc hold", await AskAsync("queue"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(31, true)]
    public async Task AQueueNobodyWorksOn_IsSaid(int minutes, bool isSaid)
    {
        await QueueLetterAsync();
        _office.Clock.Now += TimeSpan.FromMinutes(minutes);
        Assert.Equal(isSaid, (await AskAsync("queue")).StartsWith("1 letters wait since", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AMailServerThatHasBeenAwayForHours_IsSaid()
    {
        await QueueLetterAsync();
        await _host.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(CancellationToken.None);
        Assert.Equal("", await AskAsync("mail"));
        _office.Clock.Now += TimeSpan.FromMinutes(121);
        Assert.StartsWith("Letters have been waiting since", await AskAsync("mail"), StringComparison.Ordinal);
    }

    // Up since 8:00, planned for 8:30.
    [Theory]
    [InlineData(39, false)]
    [InlineData(41, true)]
    public async Task APlannedRunThatDidNotBegin_IsSaid(int minutesAfterTheStart, bool isSaid)
    {
        _office.Clock.Now += TimeSpan.FromMinutes(minutesAfterTheStart);
        Assert.Equal(isSaid ? $"{Remind} should have begun at 2026-06-15 01:30:00Z" : "", await AskAsync("runs"));
    }

    [Fact]
    public async Task ARunThatFailed_IsSaid_UntilTheNextGoodOne()
    {
        await RunAsync(JobResult.Failed);
        Assert.StartsWith($"{Remind} failed at ", await AskAsync("runs"), StringComparison.Ordinal);
        _office.Clock.Now += TimeSpan.FromMinutes(1);
        await RunAsync(JobResult.Done);
        Assert.Equal("", await AskAsync("runs"));
    }

    [Fact]
    public async Task ARunThatWasCutShort_IsSaid_UntilSomebodyTakesItOver()
    {
        var log = _host.Services.GetRequiredService<RunLog>();
        var cutShort = await log.TryStartAsync(new RunClaim(Remind, "2026-06-15T00:30:00Z", new DateOnly(2026, 6, 15), "may-khac:1", TimeSpan.FromHours(1)));
        Assert.Equal("", await AskAsync("unfinished"));
        _office.Clock.Now += RunLog.LongestSilence + TimeSpan.FromSeconds(1);
        Assert.Contains("was cut short on may-khac:1", await AskAsync("unfinished"), StringComparison.Ordinal);
        await log.FinishAsync(cutShort!, Outcome(JobResult.Done));
        Assert.Equal("", await AskAsync("unfinished"));
    }

    [Fact]
    public async Task AnAlarm_IsSaid_WhileItStands()
    {
        var alarms = _host.Services.GetRequiredService<Alarms>();
        await alarms.RaiseAsync(Remind, Outcome(JobResult.Failed), CancellationToken.None);
        Assert.StartsWith($"{Remind} since ", await AskAsync("alarms"), StringComparison.Ordinal);
        await alarms.ClearAsync(Remind);
        Assert.Equal("", await AskAsync("alarms"));
    }

    private Task<string> AskAsync(string check) => Health.Checks[check](CancellationToken.None);

    private async Task RunAsync(JobResult result)
    {
        var log = _host.Services.GetRequiredService<RunLog>();
        var ticket = await log.TryStartAsync(new RunClaim(Remind, Guid.NewGuid().ToString("N"), new DateOnly(2026, 6, 15), "may:1", TimeSpan.FromHours(1)));
        await log.FinishAsync(ticket!, Outcome(result));
    }

    private async Task QueueLetterAsync() => await _host.Services.GetRequiredService<OutboxStore>().QueueAsync(
        new OutgoingMail("<thu-1@x.example>", ["stp@x.example"], "Nhắc", "<p>Nhắc</p>", "Nhắc", []), new LetterInfo("reminder", "STP", "run-1"), []);

    private static JobOutcome Outcome(JobResult result) => new(result, "trouble", new Dictionary<string, int>());
}
