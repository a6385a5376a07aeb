using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;

namespace CcHc.Adapters.Tests.Storage.Runs;

public abstract class RunLogTest : StorageContract
{
    private static readonly DateOnly AsOf = new(2026, 4, 1);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);
    private static readonly JobOutcome Done = new(JobResult.DoneWithFindings, "12 letters queued", new Dictionary<string, int> { ["letters"] = 12 });

    private RunLog Log => new(Database, Clock);

    [Fact]
    public async Task TryStart_GivesAnOccurrenceToOne_WhenManyAskAtOnce()
    {
        var nodes = new[] { Log, new RunLog(ConnectAgain(), Clock), new RunLog(ConnectAgain(), Clock) };

        var tickets = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => StartAsync(nodes[i % 3]))));

        Assert.Single(tickets, ticket => ticket is not null);
    }

    [Fact]
    public async Task TryStart_RefusesOccurrence_ThatAlreadyRan()
    {
        await Log.FinishAsync((await StartAsync(Log))!, Done);
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Null(await StartAsync(Log));
        Assert.NotNull(await Log.TryStartAsync(new RunClaim("remind", "2026-04-03", AsOf, "node", Limit)));
        Assert.NotNull(await Log.TryStartAsync(new RunClaim("report", "2026-04-01", AsOf, "node", Limit)));
    }

    [Fact]
    public async Task TryStart_TakesOverCrashedRun_OnlyAfterItsTimeLimit()
    {
        var crashed = (await StartAsync(Log))!;
        Clock.Advance(Limit);
        Assert.Null(await StartAsync(Log));

        Clock.Advance(TimeSpan.FromSeconds(1));
        var taken = (await StartAsync(Log))!;

        Assert.Equal((crashed.Id, 2), (taken.Id, taken.Attempt));
        Assert.False(await Log.FinishAsync(crashed, Done));
        Assert.True(await Log.FinishAsync(taken, Done));
    }

    [Theory]
    [InlineData(JobResult.Failed, true, true)]
    [InlineData(JobResult.Failed, false, false)]
    [InlineData(JobResult.Done, true, false)]
    [InlineData(JobResult.Partly, true, true)]
    public async Task TryStart_RetriesFailedRun_WhenAskedTo(JobResult result, bool retryFailed, bool starts)
    {
        await Log.FinishAsync((await StartAsync(Log))!, Done with { Result = result });

        Assert.Equal(starts, await Log.TryStartAsync(new RunClaim("remind", "2026-04-01", AsOf, "node", Limit) { IsRetry = retryFailed }) is not null);
    }

    [Fact]
    public async Task Recent_TellsEachRun_NewestFirst()
    {
        await Log.FinishAsync((await StartAsync(Log))!, Done);
        Clock.Advance(TimeSpan.FromHours(1));
        await Log.TryStartAsync(new RunClaim("report", "2026-04-01", AsOf, "node-2", Limit));

        var runs = await Log.RecentAsync();

        Assert.Equal(["report", "remind"], runs.Select(run => run.Job));
        Assert.Null(runs[0].Outcome);
        Assert.Equal((JobResult.DoneWithFindings, "12 letters queued", 12),
            (runs[1].Outcome!.Result, runs[1].Outcome!.Summary, runs[1].Outcome!.Counts["letters"]));
        Assert.Equal((AsOf, "node", Clock.GetUtcNow().AddHours(-1)), (runs[1].AsOf, runs[1].Host, runs[1].StartedAt));
        Assert.Single(await Log.RecentAsync("remind"));
        Assert.Single(await Log.RecentAsync(limit: 1));
    }

    [Fact]
    public async Task Latest_TellsTheLastRunOfEachJob()
    {
        await Log.FinishAsync((await StartAsync(Log))!, Done);
        Clock.Advance(TimeSpan.FromHours(1));
        await Log.TryStartAsync(new RunClaim("report", "2026-04-01", AsOf, "node", Limit));
        Clock.Advance(TimeSpan.FromHours(1));
        await Log.TryStartAsync(new RunClaim("remind", "2026-04-02", AsOf.AddDays(1), "node", Limit));

        var latest = await Log.LatestAsync();

        Assert.Equal(["remind", "report"], latest.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((AsOf.AddDays(1), null), (latest["remind"].AsOf, latest["remind"].Outcome));
    }

    private static Task<RunTicket?> StartAsync(RunLog log) => log.TryStartAsync(new RunClaim("remind", "2026-04-01", AsOf, "node", Limit));
}

public sealed class SqliteRunLogTest : RunLogTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresRunLogTest(PostgresServer server) : RunLogTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
