using System.Globalization;
using CcHc.Adapters.Alerts;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution;
using CcHc.Worker.Tests.Support;
using Dapper;
using Hangfire;
using Hangfire.States;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CcHc.Worker.Tests.Execution;

/// <summary>RELIABILITY 69 to 71: what holds of a run that is due, on each store.</summary>
public abstract class ExecutionTest : IAsyncLifetime
{
    protected const string Remind = nameof(JobDuty.RemindAgencies);
    protected const string Planned = "2026-06-15T00:30:00Z";

    protected TestOffice Office { get; private set; } = null!;

    protected ScriptedJob Job { get; } = new();

    protected WebApplication App { get; set; } = null!;

    protected abstract Task<string?> PostgresAsync();

    public async Task InitializeAsync()
    {
        Office = new TestOffice { Postgres = await PostgresAsync() };
        Office.Jobs = job => job with { Retry = new RetryRule(1, TimeSpan.Zero) };
        App = await ExecutionHost.StartAsync(Office, Job);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Office.DisposeAsync();
    }

    [Fact]
    public async Task EachOccurrence_IsMadeOnce_HoweverManyNodesFireIt()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => App.EnqueueAsync(Planned)));
        await App.EnqueueAsync("2026-06-16T00:30:00Z");

        var made = new[] { await Job.NextAsync(), await Job.NextAsync() };
        Assert.Equal(2, made.Select(run => run.RunId).Distinct().Count());
        await HangfireMonitor.WaitAsync(App, monitor => monitor.SucceededListCount() == 2 ? monitor : null);
        Assert.Empty(await QueueAsync());
    }

    // RELIABILITY 72: the schedule, "run now" on our page and "trigger" on Hangfire's, at once.
    [Theory]
    [InlineData("schedule", "ours", "hangfire")]
    [InlineData("ours", "schedule", "hangfire")]
    [InlineData("hangfire", "ours", "schedule")]
    [InlineData("all at once")]
    public async Task AllThreeTriggers_AreOneEffectiveRun(params string[] order)
    {
        // Nobody takes what is asked for until all three have spoken.
        await App.DisposeAsync();
        await using (var host = await Office.OpenAsync())
        {
            var queue = host.Services.GetRequiredService<RunQueue>();
            var triggers = new Dictionary<string, Func<Task>>
            {
                ["schedule"] = () => queue.AddAsync(Remind, Planned), ["ours"] = () => queue.AskAsync(Remind, "hoa"),
                ["hangfire"] = () => queue.AskAsync(Remind, "lan"),
            };
            if (order.Length == 1)
            {
                // One writer at a time decides who is first; whoever it is, the others join.
                await triggers["schedule"]();
                await Task.WhenAll(triggers["ours"](), triggers["hangfire"]());
            }

            foreach (var trigger in order.Where(triggers.ContainsKey))
            {
                await triggers[trigger]();
            }
        }

        await FallSilentAsync();
        var after = await RestartAsync();
        await after.NextAsync();
        await HangfireMonitor.WaitAsync(App, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Value);
        await App.Services.GetRequiredService<RunRecovery>().LookAsync(CancellationToken.None);

        Assert.Equal(1, after.Runs);
        Assert.Single(await LogAsync());
        Assert.Empty(await QueueAsync());
    }

    [Theory]
    [InlineData(JobResult.Partly)]
    [InlineData(JobResult.Failed)]
    public async Task Run_IsTriedAgain_ByTheRuleOfItsJob_AndNoMore(JobResult result)
    {
        Job.Results.Enqueue(result);
        Job.Results.Enqueue(result);

        await App.EnqueueAsync(Planned);

        Assert.Equal((true, false), ((await Job.NextAsync()).IsTriedAgain, (await Job.NextAsync()).IsTriedAgain));
        // Done in part is no failure; and nobody is called out while a try is left.
        await HangfireMonitor.WaitAsync(App, monitor => result == JobResult.Partly
            ? monitor.SucceededJobs(0, 10).SingleOrDefault().Value : (object?)monitor.FailedJobs(0, 10).SingleOrDefault().Value);
        Assert.Equal(result == JobResult.Failed ? 1 : 0, App.Services.GetRequiredService<AlertStore>().Current().Count);
        Assert.Empty(await QueueAsync());
        Assert.Equal(2, Assert.Single(await LogAsync()).Attempt);
    }

    [Fact]
    public async Task AFailure_ShowsCauseAndCure_AndTheFaultItself()
    {
        Job.Failures.Enqueue(new InvalidOperationException("the first"));
        Job.Failures.Enqueue(new UnauthorizedAccessException("the second"));

        await App.EnqueueAsync(Planned);

        var failed = await HangfireMonitor.WaitAsync(App, monitor => monitor.FailedJobs(0, 10).SingleOrDefault().Value);
        Assert.StartsWith("UnauthorizedAccessException: the second Cần làm: ", failed.ExceptionMessage, StringComparison.Ordinal);
        Assert.Contains("ScriptedJob.RunAsync", failed.ExceptionDetails, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASuccess_HasTheRunsSentence_AndLinksToTheRun()
    {
        await App.EnqueueAsync(Planned);

        var (id, done) = await HangfireMonitor.WaitAsync(App, monitor => monitor.SucceededJobs(0, 10) is [var one] ? Tuple.Create(one.Key, one.Value) : null);
        Assert.Equal("\"Xong. 110 tasks read.\"", done.Result);
        var run = Assert.Single(await LogAsync());
        Assert.Equal(id, run.HangfireId);
        Assert.Contains("RemindAgencies: Done after ", run.Log, StringComparison.Ordinal);
        Assert.True(await HangfireMonitor.WaitAsync(App, monitor => monitor.JobDetails(id)) is { ExpireAt: { } expires }
            && expires > DateTime.UtcNow.AddDays(29));
    }

    [Fact]
    public async Task Run_HasNotTheCulture_OfWhoAskedForIt()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        await App.EnqueueAsync(Planned);
        CultureInfo.CurrentCulture = before;

        Assert.Equal(before.Name, (await Job.NextAsync()).Culture);
    }

    [Fact]
    public async Task Requeued_WhatRan_SaysSo_AndDoesNotRun()
    {
        await App.EnqueueAsync(Planned);
        var id = await HangfireMonitor.WaitAsync(App, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Key);

        App.Services.GetRequiredService<IBackgroundJobClient>().ChangeState(id, new EnqueuedState());

        await HangfireMonitor.WaitAsync(App, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Value is { } again
            && $"{again.Result}".Contains("đã chạy xong lúc", StringComparison.Ordinal) ? again : null);
        Assert.Equal(1, Job.Runs);
    }

    [Fact]
    public async Task Requeued_WhatFailed_RunsAgain()
    {
        Job.Results.Enqueue(JobResult.Failed);
        Job.Results.Enqueue(JobResult.Failed);
        await App.EnqueueAsync(Planned);
        var id = await HangfireMonitor.WaitAsync(App, monitor => monitor.FailedJobs(0, 10).SingleOrDefault().Key);

        App.Services.GetRequiredService<IBackgroundJobClient>().ChangeState(id, new EnqueuedState());

        await HangfireMonitor.WaitAsync(App, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Value);
        Assert.Equal(3, Job.Runs);
        Assert.Empty(App.Services.GetRequiredService<AlertStore>().Current());
    }

    [Fact]
    public async Task Run_StoppedWithItsProcess_IsMadeByTheNext()
    {
        Job.WaitForever();
        await App.EnqueueAsync(Planned);
        await Job.NextAsync();
        await App.DisposeAsync();

        var after = await RestartAsync();

        await after.NextAsync();
        await HangfireMonitor.WaitAsync(App, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Value);
        Assert.Equal((2, JobResult.Done), Assert.Single(await LogAsync()) is var run ? (run.Attempt, run.Outcome!.Result) : default);
        Assert.Empty(await QueueAsync());
    }

    // What kill -9 leaves: the run begun and nobody there any more who says that it lives.
    [Theory]
    [InlineData(Planned, true)]
    [InlineData("by-hand-1", false)]
    public async Task Run_CutShort_IsFinishedByTheNext(string occurrence, bool isQueued)
    {
        await App.DisposeAsync();
        await using (var host = await Office.OpenAsync())
        {
            if (isQueued)
            {
                await host.Services.GetRequiredService<RunQueue>().AddAsync(Remind, occurrence);
            }

            await host.Services.GetRequiredService<RunLog>()
                .TryStartAsync(new RunClaim(Remind, occurrence, new DateOnly(2026, 6, 15), "may-khac:1", TimeSpan.FromHours(1)));
        }

        await FallSilentAsync();
        var after = await RestartAsync();

        await after.NextAsync();
        await HangfireMonitor.WaitAsync(App, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Value);
        Assert.Equal((2, JobResult.Done), Assert.Single(await LogAsync()) is var run ? (run.Attempt, run.Outcome!.Result) : default);
        Assert.Empty(await App.Services.GetRequiredService<RunLiveness>().CutShortAsync(CancellationToken.None));
        Assert.Empty(await QueueAsync());
    }

    [Fact]
    public async Task Run_CutShort_OfAJobThatIsGone_IsClosed()
    {
        await App.DisposeAsync();
        await using (var host = await Office.OpenAsync())
        {
            await host.Services.GetRequiredService<RunLog>()
                .TryStartAsync(new RunClaim("dropped", Planned, new DateOnly(2026, 6, 15), "may-khac:1", TimeSpan.FromHours(1)));
        }

        await FallSilentAsync();
        await RestartAsync();
        await App.Services.GetRequiredService<RunRecovery>().LookAsync(CancellationToken.None);

        Assert.Equal(JobResult.Failed, Assert.Single(await App.Services.GetRequiredService<RunLog>().RecentAsync("dropped")).Outcome!.Result);
    }

    [Fact]
    public async Task Run_ThatWasAskedFor_KeepsItsAsk_OverARestart()
    {
        await App.DisposeAsync();
        await using (var host = await Office.OpenAsync())
        {
            await host.Services.GetRequiredService<RunQueue>().AskAsync(Remind, "hoa", asOf: new DateOnly(2026, 6, 20));
        }

        var after = await RestartAsync();

        await after.NextAsync();
        await HangfireMonitor.WaitAsync(App, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Value);
        Assert.Equal(new DateOnly(2026, 6, 20), Assert.Single(await LogAsync()).AsOf);
    }

    protected async Task<ScriptedJob> RestartAsync()
    {
        var job = new ScriptedJob();
        App = await ExecutionHost.StartAsync(Office, job);
        return job;
    }

    /// <summary>As if half a minute had passed.</summary>
    protected abstract Task FallSilentAsync();

    protected Task<IReadOnlyList<LoggedRun>> LogAsync() => App.Services.GetRequiredService<RunLog>().RecentAsync(Remind);

    /// <summary>A run leaves the queue a moment before Hangfire writes down what became of it.</summary>
    protected Task<IReadOnlyList<QueuedRun>> QueueAsync() => App.Services.GetRequiredService<RunQueue>().ListAsync();
}

public sealed class SqliteExecutionTest : ExecutionTest
{
    protected override Task<string?> PostgresAsync() => Task.FromResult<string?>(null);

    protected override Task FallSilentAsync()
    {
        Office.Clock.Now += RunLog.LongestSilence + TimeSpan.FromSeconds(1);
        return Task.CompletedTask;
    }
}

[Collection(PostgresTests.Name)]
public sealed class PostgresExecutionTest(PostgresServer server) : ExecutionTest
{
    private string _connection = "";

    protected override async Task<string?> PostgresAsync() => _connection = await server.NewSchemaAsync();

    protected override async Task FallSilentAsync()
    {
        await using var database = new NpgsqlConnection(_connection);
        await database.ExecuteAsync(
            "UPDATE job_run SET alive_at = alive_at - interval '31 seconds'; UPDATE run_queue SET handed_at = handed_at - interval '31 seconds'");
    }

    // RELIABILITY 70: a run fetched long ago and not begun, the row of a lock.
    [Fact]
    public async Task Run_FetchedByADeadServer_IsTakenOver_ThoughItsLockIsLeft()
    {
        Job.WaitForever();
        await App.EnqueueAsync(Planned);
        await Job.NextAsync();
        await App.DisposeAsync();
        await using (var database = HangfireTables())
        {
            await database.ExecuteAsync(
                """
                UPDATE job SET statename = 'Processing';
                UPDATE jobqueue SET fetchedat = now() - interval '61 seconds';
                INSERT INTO lock (resource, acquired) VALUES ('locks:schedulepoller', now() - interval '31 seconds');
                """);
        }

        await (await RestartAsync()).NextAsync();
    }

    // RELIABILITY 70: stored by a release in which the type had another name.
    [Fact]
    public async Task Run_StoredUnderAnotherName_IsHandedOverAnew()
    {
        Job.WaitForever();
        await App.EnqueueAsync(Planned);
        await Job.NextAsync();
        await App.DisposeAsync();
        await using (var database = HangfireTables())
        {
            await database.ExecuteAsync(
                "UPDATE job SET invocationdata = jsonb_set(invocationdata, '{t}', '\"CcHc.Worker.Execution.EarlierName, CcHc.Worker\"')");
        }

        await (await RestartAsync()).NextAsync();
    }

    [Fact]
    public async Task Host_Starts_WhileItsDatabaseIsAway()
    {
        var away = new TestOffice { Postgres = "Host=127.0.0.1;Port=1;Username=cchc;Timeout=1" };
        await using var app = await ExecutionHost.StartAsync(away, Job, isMigrated: false);

        await Assert.ThrowsAnyAsync<Exception>(() => app.EnqueueAsync(Planned));
    }

    [Fact]
    public async Task Run_IsStoredInPlainWords()
    {
        await App.EnqueueAsync(Planned);
        await Job.NextAsync();

        await using var database = HangfireTables();
        Assert.Equal($"""["\"{Remind}\"", "\"{Planned}\"", null, null]""", await database.QuerySingleAsync<string>("SELECT arguments::text FROM job"));
    }

    /// <summary>Beside the office's tables.</summary>
    private NpgsqlConnection HangfireTables()
    {
        var connection = new NpgsqlConnectionStringBuilder(_connection);
        connection.SearchPath += "_hangfire";
        return new NpgsqlConnection(connection.ConnectionString);
    }
}
