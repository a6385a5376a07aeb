using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;

namespace CcHc.Adapters.Tests.Storage.Runs;

/// <summary>RELIABILITY 65, 71, 72: what is due stands once in the queue, whoever puts it there and however often, until it is settled.</summary>
public abstract class RunQueueTest : StorageContract
{
    private const string Planned = "2026-04-01T00:30:00Z";

    private RunQueue Queue => new(Database, Clock);

    private RunLog Log => new(Database, Clock);

    [Fact]
    public async Task Add_IsOnesOwn_OfManyNodesWhereAnOccurrenceComesDue()
    {
        var nodes = new[] { Queue, new RunQueue(ConnectAgain(), Clock), new RunQueue(ConnectAgain(), Clock) };

        var added = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => nodes[i % 3].AddAsync("remind", Planned))));

        Assert.Single(added, one => one is not null);
        Assert.True(Assert.Single(await Queue.ListAsync()).IsAtHand);
    }

    [Fact]
    public async Task Add_IsRefused_WhenTheOccurrenceBegan_ThoughItIsSettled()
    {
        Assert.NotNull(await Queue.AddAsync("remind", Planned));
        await RunAsync("remind", Planned, "", JobResult.Done);
        await Queue.SettleAsync("remind", Planned);

        Assert.Null(await Queue.AddAsync("remind", Planned));
        Assert.NotNull(await Queue.AddAsync("report", Planned));
    }

    [Fact]
    public async Task Ask_PressedByMany_LeavesOne()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(i => Task.Run(() => (i % 2 == 0 ? Queue : new RunQueue(ConnectAgain(), Clock)).AskAsync("remind", "hoa"))));

        Assert.Single(asked, one => one.IsNew);
        Assert.Single(asked.Select(one => one.OccurrenceKey).Distinct());
        Assert.Equal(("remind", "hoa", ""), Assert.Single(await Queue.ListAsync()) is var one ? (one.Job, one.AskedBy, one.Ask) : default);
        Assert.Equal(["remind"], await Queue.WaitingAsync());
    }

    [Theory]
    // What became of the first ask before the second one comes, and when the second was asked.
    [InlineData("waits", 0, false)]
    [InlineData("runs", 0, false)]
    [InlineData("ended", -1, false)]
    [InlineData("ended", 1, true)]
    [InlineData("failed and waits for its next try", 1, true)]
    public async Task Ask_JoinsARun_ThatHadNotEndedThen(string state, int askedSecondsAfterItsEnd, bool isNew)
    {
        var first = await Queue.AskAsync("remind", "hoa");
        if (state == "runs")
        {
            await Log.TryStartAsync(new RunClaim("remind", first.OccurrenceKey, new DateOnly(2026, 4, 1), "node", TimeSpan.FromHours(1)));
        }
        else if (state != "waits")
        {
            await RunAsync("remind", first.OccurrenceKey, "", state == "ended" ? JobResult.Done : JobResult.Failed);
            if (state == "ended")
            {
                await Queue.SettleAsync("remind", first.OccurrenceKey);
            }
        }

        var second = await Queue.AskAsync("remind", "lan", askedAt: Clock.GetUtcNow().AddSeconds(askedSecondsAfterItsEnd));

        Assert.Equal((isNew, isNew), (second.IsNew, second.OccurrenceKey != first.OccurrenceKey));
    }

    [Theory]
    [InlineData("report", "", null)]
    [InlineData("remind", "{\"Period\":\"2026-Q1\"}", null)]
    [InlineData("remind", "", "2026-04-02")]
    public async Task Ask_ForSomethingElse_IsAnother(string job, string ask, string? day)
    {
        await Queue.AskAsync("remind", "hoa");

        var other = await Queue.AskAsync(job, "hoa", ask, day is null
            ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        Assert.True(other.IsNew);
        Assert.Equal(day, (await Queue.FindAsync(job, other.OccurrenceKey))!.AsOf?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_IsAnsweredByAPlannedRun_ThatWaitsOrIsInHand(bool hasBegun)
    {
        await Queue.AddAsync("remind", Planned);
        if (hasBegun)
        {
            await Log.TryStartAsync(new RunClaim("remind", Planned, new DateOnly(2026, 4, 1), "node", TimeSpan.FromHours(1)));
        }

        Assert.Equal(new AskedRun(Planned, false), await Queue.AskAsync("remind", "hoa"));
        Assert.Single(await Queue.ListAsync());
    }

    [Fact]
    public async Task Add_LeavesAnOccurrence_ToAnAskNobodyHasBegun()
    {
        var asked = await Queue.AskAsync("remind", "hoa");
        Assert.Null(await Queue.AddAsync("remind", Planned));
        Assert.NotNull(await Queue.AddAsync("report", Planned));

        // Begun before the planned moment it may have read the registers before, so that the planned run is made.
        await Log.TryStartAsync(new RunClaim("remind", asked.OccurrenceKey, new DateOnly(2026, 4, 1), "node", TimeSpan.FromHours(1)));
        Assert.NotNull(await Queue.AddAsync("remind", Planned));
    }

    [Fact]
    public async Task Add_IsNotLeft_ToAnAskForAnotherDay()
    {
        await Queue.AskAsync("remind", "hoa", asOf: new DateOnly(2026, 4, 2));
        Assert.NotNull(await Queue.AddAsync("remind", Planned));
    }

    [Fact]
    public async Task Take_IsOnesOwn_OfAllWhoReadTheSameRow()
    {
        await Queue.AskAsync("remind", "hoa");
        var seen = Assert.Single(await Queue.ListAsync());

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => new RunQueue(ConnectAgain(), Clock).TakeAsync(seen))));

        Assert.Single(taken, isTaken => isTaken);
        await Queue.NoteHangfireAsync(seen, "hf-1");
        await Queue.CountRetryAsync("remind", seen.OccurrenceKey);
        Assert.Equal(("hf-1", 1, 1, true), await Queue.FindAsync("remind", seen.OccurrenceKey) is { } row
            ? (row.HangfireId, row.Retries, row.Handovers, row.IsAtHand) : default);
    }

    [Fact]
    public async Task PutBack_KeepsWhatWasAskedFor()
    {
        await Log.TryStartAsync(new RunClaim("assemble", "by-hand-1", new DateOnly(2026, 4, 1), "node", TimeSpan.FromHours(1)) { Ask = "{}", IsDayGiven = true,
            HangfireId = "hf" });
        var cutShort = Assert.Single(await Log.UnfinishedAsync());

        await Queue.PutBackAsync(cutShort);
        await Queue.PutBackAsync(cutShort);

        Assert.Equal(("assemble", "{}", new DateOnly(2026, 4, 1), "hf", false), Assert.Single(await Queue.ListAsync()) is var row
            ? (row.Job, row.Ask, row.AsOf!.Value, row.HangfireId, row.IsAtHand) : default);
    }

    private async Task RunAsync(string job, string key, string ask, JobResult result) => await Log.FinishAsync(
        (await Log.TryStartAsync(new RunClaim(job, key, new DateOnly(2026, 4, 1), "node", TimeSpan.FromHours(1)) { Ask = ask }))!,
        new JobOutcome(result, "", new Dictionary<string, int>()));
}

public sealed class SqliteRunQueueTest : RunQueueTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresRunQueueTest(PostgresServer server) : RunQueueTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
