using CcHc.Worker.Execution;
using System.Globalization;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;
using Dapper;
using Npgsql;

namespace CcHc.Worker.Tests.Execution;

[Collection(PostgresTests.Name)]
public sealed class HangfireEngineTest(PostgresServer server) : EngineContract
{
    private string _connection = "";
    private EngineSettings _settings = null!;

    protected override async Task<(EngineSettings Settings, bool HasEngine)> SettingsAsync()
    {
        if (_settings is null)
        {
            _connection = await server.NewSchemaAsync();
            _settings = new EngineSettings(_connection, _ => new RetryRule(1, TimeSpan.Zero));
        }

        return (_settings, true);
    }

    [Fact]
    public async Task Run_IsTriedAgain_ByTheRuleOfItsJob_AndNoMore()
    {
        Runs.FailWith(new InvalidOperationException("the first"), new InvalidOperationException("the second"));

        EngineHost.Dispatcher(App).TryDispatch("remind", "2026-04-01T07:30");

        var (first, second) = (await Runs.NextAsync(), await Runs.NextAsync());
        Assert.Equal((false, first with { WasBegunBefore = true }), (first.WasBegunBefore, second));
        var failed = await EngineMonitor.WaitAsync(App, monitor => monitor.FailedJobs(0, 10).SingleOrDefault().Value);
        Assert.Equal("the second", failed.ExceptionMessage);
    }

    [Fact]
    public async Task Run_HasNotTheCulture_OfWhoAskedForIt()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        EngineHost.Dispatcher(App).TryDispatch("remind", "2026-04-01T07:30");
        CultureInfo.CurrentCulture = before;

        Assert.Equal(before.Name, (await Runs.NextAsync()).Culture);
    }

    [Fact]
    public async Task Run_OutlivesTheProcess_ThatTookIt()
    {
        await App.DisposeAsync();
        var (asker, _) = await EngineHost.StartAsync(_settings with { MakesRuns = false }, Runs);
        EngineHost.Dispatcher(asker).TryDispatch("report", "2026-04-01T07:30");
        await asker.DisposeAsync();

        var (next, _) = await EngineHost.StartAsync(_settings, Runs);
        await using (next)
        {
            var run = await Runs.NextAsync();
            Assert.Equal(("report", "2026-04-01T07:30"), (run.Job, run.OccurrenceKey));
        }
    }

    [Fact]
    public async Task Run_StoppedWithItsServer_IsMadeByTheNext()
    {
        Runs.WaitForever();
        EngineHost.Dispatcher(App).TryDispatch("remind", "2026-04-01T07:30");
        var stopped = await Runs.NextAsync();
        await App.DisposeAsync();

        var after = new RecordingRuns();
        var (next, _) = await EngineHost.StartAsync(_settings, after);
        await using (next)
        {
            Assert.Equal(stopped with { WasBegunBefore = true }, await after.NextAsync());
        }
    }

    [Fact]
    public async Task Run_OfADeadServer_IsTakenOver()
    {
        await App.DisposeAsync();
        var (asker, _) = await EngineHost.StartAsync(_settings with { MakesRuns = false }, Runs);
        EngineHost.Dispatcher(asker).TryDispatch("remind", "2026-04-01T07:30");
        await asker.DisposeAsync();
        await using (var database = EngineDatabase())
        {
            // What a killed server leaves: the run begun, fetched long ago, and the row of a lock.
            await database.ExecuteAsync(
                """
                INSERT INTO state (jobid, name, createdat, data) SELECT id, 'Processing', now() - interval '10 minutes', '{"ServerId":"dead","WorkerId":"1","StartedAt":"2026-04-01T00:30:00Z"}' FROM job;
                UPDATE job SET stateid = (SELECT max(id) FROM state), statename = 'Processing';
                UPDATE jobqueue SET fetchedat = now() - interval '6 minutes';
                INSERT INTO lock (resource, acquired) VALUES ('locks:schedulepoller', now() - interval '2 minutes');
                """);
        }

        var (next, _) = await EngineHost.StartAsync(_settings, Runs);
        await using (next)
        {
            Assert.True((await Runs.NextAsync()).WasBegunBefore);
        }
    }

    [Fact]
    public async Task Host_Starts_WhileItsDatabaseIsAway_AndTakesNoRuns()
    {
        var (app, hasDashboard) = await EngineHost.StartAsync(_settings with { PostgresConnection = "Host=127.0.0.1;Port=1;Username=cchc;Timeout=1" }, Runs);
        await using (app)
        {
            Assert.True(hasDashboard);
            Assert.ThrowsAny<Exception>(() => EngineHost.Dispatcher(app).TryDispatch("remind", "2026-04-01T07:30"));
        }
    }

    [Fact]
    public async Task Run_IsStoredInPlainWords()
    {
        EngineHost.Dispatcher(App).TryDispatch("remind", "2026-04-01T07:30");
        await Runs.NextAsync();

        await using var database = EngineDatabase();
        Assert.Equal("""["\"remind\"", "\"2026-04-01T07:30\"", null, null]""", await database.QuerySingleAsync<string>("SELECT arguments::text FROM job"));
    }

    /// <summary>The engine's tables, beside the office's.</summary>
    private NpgsqlConnection EngineDatabase()
    {
        var connection = new NpgsqlConnectionStringBuilder(_connection);
        connection.SearchPath += "_hangfire";
        return new NpgsqlConnection(connection.ConnectionString);
    }
}
