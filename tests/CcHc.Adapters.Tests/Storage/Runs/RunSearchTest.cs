using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;

namespace CcHc.Adapters.Tests.Storage.Runs;

public abstract class RunSearchTest : StorageContract
{
    private RunLog Log => new(Database, Clock);

    [Fact]
    public async Task Search_FindsByJobResultDayAndWords_NewestFirst()
    {
        await RunAsync("remind", "1", JobResult.Done, "110 tasks read, 29 letters queued.");
        Clock.Advance(TimeSpan.FromDays(1));
        var today = Clock.GetUtcNow();
        await RunAsync("read", "2", JobResult.Failed, "IOException: 100% full_disk!");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync("remind", "3", null, "");

        Assert.Equal(["3", "2", "1"], await KeysAsync(new RunFilter()));
        Assert.Equal(["3", "1"], await KeysAsync(new RunFilter("remind")));
        Assert.Equal(["2"], await KeysAsync(new RunFilter(Result: JobResult.Failed)));
        Assert.Equal(["3"], await KeysAsync(new RunFilter(Unfinished: true)));
        Assert.Equal(["1"], await KeysAsync(new RunFilter(Before: today)));
        Assert.Equal(["3", "2"], await KeysAsync(new RunFilter(From: today)));
        Assert.Equal(["1"], await KeysAsync(new RunFilter(Words: "LETTERS")));
        Assert.Equal(["1"], await KeysAsync(new RunFilter("remind", JobResult.Done, Before: today, Words: "29 letters")));
    }

    [Theory]
    [InlineData("100%", 1)]
    [InlineData("%", 1)]
    [InlineData("full_disk!", 1)]
    [InlineData("ful__disk", 0)]
    [InlineData("1%0", 0)]
    [InlineData("'; DROP TABLE job_run; --", 0)]
    [InlineData("a\0b", 0)]
    public async Task Search_TakesWordsAsTheyAre(string words, int found)
    {
        await RunAsync("read", "1", JobResult.Failed, "IOException: 100% full_disk!");
        Assert.Equal(found, await Log.CountAsync(new RunFilter(Words: words)));
    }

    [Fact]
    public async Task Search_GivesEveryRunOnce_PageByPage()
    {
        for (var i = 0; i < 12; i++)
        {
            await RunAsync("read", $"{i}", JobResult.Done, "");
        }

        var first = await Log.SearchAsync(new RunFilter(), 0, 10);
        var second = await Log.SearchAsync(new RunFilter(), 10, 10);
        Assert.Equal((10, 2, 12), (first.Count, second.Count, first.Concat(second).DistinctBy(run => run.Id).Count()));
    }

    [Fact]
    public async Task Find_TellsOneRun()
    {
        await RunAsync("remind", "1", JobResult.Partly, "told");
        var run = Assert.Single(await Log.RecentAsync());
        Assert.Equal("told", (await Log.FindAsync(run.Id))!.Outcome!.Summary);
        Assert.Null(await Log.FindAsync("1"));
    }

    private async Task RunAsync(string job, string key, JobResult? result, string summary)
    {
        var ticket = (await Log.TryStartAsync(new RunClaim(job, key, new DateOnly(2026, 4, 1), "node", TimeSpan.FromMinutes(20))))!;
        if (result is { } known)
        {
            await Log.FinishAsync(ticket, new JobOutcome(known, summary, new Dictionary<string, int>()));
        }
    }

    private async Task<IEnumerable<string>> KeysAsync(RunFilter filter)
    {
        var found = await Log.SearchAsync(filter, 0, 100);
        Assert.Equal(found.Count, await Log.CountAsync(filter));
        return found.Select(run => run.OccurrenceKey);
    }
}

public sealed class SqliteRunSearchTest : RunSearchTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresRunSearchTest(PostgresServer server) : RunSearchTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
