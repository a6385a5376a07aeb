using CcHc.Adapters.Alarming;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Worker.Engine;
using CcHc.Worker.Jobs;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CcHc.Worker.Tests.Engine;

public sealed class OccurrenceRunTest : IAsyncLifetime
{
    private const string Remind = nameof(JobDuty.RemindAgencies);
    private const string Occurrence = "2026-06-15T00:30:00Z";

    private readonly TestOffice _office = new();
    private readonly ScriptedJob _job = new();
    private OfficeHost _host = null!;

    public async Task InitializeAsync() => _host = await _office.OpenAsync();

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _office.DisposeAsync();
    }

    [Theory]
    [InlineData(JobResult.Done, false)]
    [InlineData(JobResult.DoneWithFindings, false)]
    [InlineData(JobResult.Partly, true)]
    [InlineData(JobResult.Failed, true)]
    public async Task Run_Throws_WhenTheEngineIsToTryAgain(JobResult result, bool isThrown)
    {
        _job.Results.Enqueue(result);

        var thrown = await Record.ExceptionAsync(() => RunAsync(wasBegunBefore: false));

        Assert.Equal(isThrown, thrown is UnfinishedRunException);
    }

    [Fact]
    public async Task Run_OfOneOccurrence_IsMadeOnce_HoweverOftenItIsHandedOver()
    {
        await RunAsync(wasBegunBefore: false);
        await RunAsync(wasBegunBefore: false);
        await RunAsync(wasBegunBefore: true);

        Assert.Equal(1, _job.Runs);
    }

    [Fact]
    public async Task Run_ThatFailed_IsMadeAgain_ByItsOwnNextTryAlone()
    {
        _job.Results.Enqueue(JobResult.Failed);
        await Assert.ThrowsAsync<UnfinishedRunException>(() => RunAsync(wasBegunBefore: false));

        await RunAsync(wasBegunBefore: false);
        Assert.Equal(1, _job.Runs);
        await RunAsync(wasBegunBefore: true);
        Assert.Equal(2, _job.Runs);
    }

    [Fact]
    public async Task Run_OfADeadWorker_IsTakenOver_BeforeItsTimeLimit()
    {
        var log = _host.Services.GetRequiredService<RunLog>();
        Assert.NotNull(await log.TryStartAsync(Remind, Occurrence, new DateOnly(2026, 6, 15), "dead", TimeSpan.FromHours(1)));

        await RunAsync(wasBegunBefore: true);

        Assert.Equal(1, _job.Runs);
    }

    [Fact]
    public async Task Run_OfAJobThatWasDropped_DoesNothing()
    {
        await Engine().RunAsync("dropped", Occurrence, wasBegunBefore: false, CancellationToken.None);

        Assert.Equal(0, _job.Runs);
    }

    [Fact]
    public async Task Run_ThatIsStopped_GoesBackToTheEngine()
    {
        using var stop = new CancellationTokenSource();
        _job.Running = stop.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Engine().RunAsync(Remind, Occurrence, wasBegunBefore: false, stop.Token));
    }

    private Task RunAsync(bool wasBegunBefore) => Engine().RunAsync(Remind, Occurrence, wasBegunBefore, CancellationToken.None);

    private OccurrenceRun Engine() => new(
        new JobRunner([_job], _host.Services.GetRequiredService<RunLog>(), _host.Services.GetRequiredService<OfficeClock>(), _office.Clock,
            _host.Services.GetRequiredService<DeadMansPing>(), _host.Services.GetRequiredService<Alarms>(), NullLogger<JobRunner>.Instance),
        _host.Office, _host.Services.GetRequiredService<Alarms>());

    /// <summary>Ends as told; done where nothing was told.</summary>
    private sealed class ScriptedJob : IJob
    {
        public Queue<JobResult> Results { get; } = new();

        public int Runs { get; private set; }

        /// <summary>Happens in the middle of a run.</summary>
        public Action Running { get; set; } = static () => { };

        public JobDuty Duty => JobDuty.RemindAgencies;

        public Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
        {
            Runs++;
            Running();
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(new JobOutcome(Results.TryDequeue(out var result) ? result : JobResult.Done, "", new Dictionary<string, int>()));
        }
    }
}
