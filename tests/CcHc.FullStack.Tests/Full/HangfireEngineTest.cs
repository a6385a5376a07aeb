using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;
using Dapper;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CcHc.FullStack.Tests.Full;

[Collection(PostgresTests.Name)]
public sealed partial class HangfireEngineTest(PostgresServer server) : EngineContract
{
    private readonly HttpClient _browser = new();
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

    public override async Task DisposeAsync()
    {
        _browser.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Run_IsTriedAgain_ByTheRuleOfItsJob_AndNoMore()
    {
        Runs.FailWith(new InvalidOperationException("the first"), new InvalidOperationException("the second"));

        EngineHost.Dispatcher(App).TryDispatch("remind", "2026-04-01T07:30");

        var (first, second) = (await Runs.NextAsync(), await Runs.NextAsync());
        Assert.Equal((false, first with { WasBegunBefore = true }), (first.WasBegunBefore, second));
        var failed = await WaitAsync(() => Monitor.FailedJobs(0, 10).SingleOrDefault().Value);
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

    [Fact]
    public async Task Page_ShowsTheRun_ToWhoMayLook()
    {
        EngineHost.Dispatcher(App).TryDispatch("remind", "2026-04-01T07:30");
        await Runs.NextAsync();
        await WaitAsync(() => Monitor.SucceededJobs(0, 10).SingleOrDefault().Value);

        Assert.Contains("remind, 2026-04-01T07:30", WebUtility.HtmlDecode(await PageAsync("/hangfire/jobs/succeeded", EngineRight.View)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hangfire")]
    [InlineData("/hangfire/jobs/succeeded")]
    [InlineData("/hangfire/servers")]
    public async Task Page_IsClosed_ToStrangers(string path)
    {
        using var response = await _browser.SendAsync(EngineHost.Request(App, path, EngineRight.None));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Page_TakesScripts_FromThisServerAlone()
    {
        using var response = await _browser.SendAsync(EngineHost.Request(App, "/hangfire", EngineRight.View));

        Assert.Contains("script-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotMatch(InlineScript(), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(EngineRight.Operate, true, HttpStatusCode.NoContent)]
    [InlineData(EngineRight.Operate, false, HttpStatusCode.Forbidden)]
    [InlineData(EngineRight.View, true, HttpStatusCode.Unauthorized)]
    [InlineData(EngineRight.None, true, HttpStatusCode.Unauthorized)]
    public async Task Action_NeedsTheRight_AndAPageOfOurs(EngineRight right, bool hasToken, HttpStatusCode status)
    {
        var id = await MadeRunAsync();

        using var request = EngineHost.Request(App, "/hangfire/jobs/succeeded/requeue", right, HttpMethod.Post);
        request.Content = new FormUrlEncodedContent([new("jobs[]", id)]);
        if (hasToken)
        {
            var page = await PageAsync("/hangfire", EngineRight.Operate);
            request.Headers.Add(Meta(page, "csrf-header"), Meta(page, "csrf-token"));
        }

        using var response = await _browser.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(right == EngineRight.Operate ? [$"/jobs/succeeded/requeue {id}"] : [], Noted);
        if (status == HttpStatusCode.NoContent)
        {
            Assert.Equal("remind", (await Runs.NextAsync()).Job);
        }
    }

    /// <summary>The engine's tables, beside the office's.</summary>
    private NpgsqlConnection EngineDatabase()
    {
        var connection = new NpgsqlConnectionStringBuilder(_connection);
        connection.SearchPath += "_hangfire";
        return new NpgsqlConnection(connection.ConnectionString);
    }

    private IMonitoringApi Monitor => App.Services.GetRequiredService<JobStorage>().GetMonitoringApi();

    private async Task<string> MadeRunAsync()
    {
        EngineHost.Dispatcher(App).TryDispatch("remind", "2026-04-01T07:30");
        await Runs.NextAsync();
        return await WaitAsync(() => Monitor.SucceededJobs(0, 10).SingleOrDefault().Key);
    }

    private async Task<string> PageAsync(string path, EngineRight right)
    {
        using var response = await _browser.SendAsync(EngineHost.Request(App, path, right));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Meta(string page, string name) => WebUtility.HtmlDecode(Regex.Match(page, $"<meta name=\"{name}\" content=\"([^\"]*)\"").Groups[1].Value);

    /// <summary>Hangfire writes down what became of a run a moment after the run itself has ended.</summary>
    private static async Task<T> WaitAsync<T>(Func<T?> look) where T : class
    {
        for (var patience = System.Diagnostics.Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(50))
        {
            if (look() is { } seen)
            {
                return seen;
            }
        }

        throw new TimeoutException("Hangfire did not get there.");
    }

    [GeneratedRegex("<script(?![^>]*src=)|\\son[a-z]+=\"", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
