using CcHc.Worker.Execution;
using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;
using Microsoft.AspNetCore.Builder;

namespace CcHc.Worker.Tests.Execution;

[Collection(PostgresTests.Name)]
public sealed partial class HangfirePagesTest(PostgresServer server) : IAsyncLifetime
{
    private readonly HttpClient _browser = new();
    private readonly RecordingRuns _runs = new();
    private readonly ConcurrentQueue<string> _noted = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync() =>
        (_app, _) = await EngineHost.StartAsync(new EngineSettings(await server.NewSchemaAsync(), _ => RetryRule.Default), _runs, _noted.Enqueue);

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Page_ShowsTheRun_ToWhoMayLook()
    {
        await MadeRunAsync();

        Assert.Contains("remind, 2026-04-01T07:30", WebUtility.HtmlDecode(await PageAsync("/hangfire/jobs/succeeded", EngineRight.View)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hangfire")]
    [InlineData("/hangfire/jobs/succeeded")]
    [InlineData("/hangfire/servers")]
    public async Task Page_IsClosed_ToStrangers(string path)
    {
        using var response = await _browser.SendAsync(EngineHost.Request(_app, path, EngineRight.None));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Page_TakesScripts_FromThisServerAlone()
    {
        using var response = await _browser.SendAsync(EngineHost.Request(_app, "/hangfire", EngineRight.View));

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

        using var request = EngineHost.Request(_app, "/hangfire/jobs/succeeded/requeue", right, HttpMethod.Post);
        request.Content = new FormUrlEncodedContent([new("jobs[]", id)]);
        if (hasToken)
        {
            var page = await PageAsync("/hangfire", EngineRight.Operate);
            request.Headers.Add(Meta(page, "csrf-header"), Meta(page, "csrf-token"));
        }

        using var response = await _browser.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(right == EngineRight.Operate ? [$"/jobs/succeeded/requeue {id}"] : [], _noted);
        if (status == HttpStatusCode.NoContent)
        {
            Assert.Equal("remind", (await _runs.NextAsync()).Job);
        }
    }

    private async Task<string> MadeRunAsync()
    {
        EngineHost.Dispatcher(_app).TryDispatch("remind", "2026-04-01T07:30");
        await _runs.NextAsync();
        return await EngineMonitor.WaitAsync(_app, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Key);
    }

    private async Task<string> PageAsync(string path, EngineRight right)
    {
        using var response = await _browser.SendAsync(EngineHost.Request(_app, path, right));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Meta(string page, string name) => WebUtility.HtmlDecode(Regex.Match(page, $"<meta name=\"{name}\" content=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<script(?![^>]*src=)|\\son[a-z]+=\"", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
