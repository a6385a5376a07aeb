using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using CcHc.Adapters.Tests.Support;
using CcHc.Worker.Execution.JobPages;
using CcHc.Worker.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace CcHc.Worker.Tests.Execution.HangfirePages;

[Collection(PostgresTests.Name)]
public sealed partial class HangfirePagesTest(PostgresServer server) : IAsyncLifetime
{
    private readonly HttpClient _browser = new();
    private readonly ScriptedJob _job = new();
    private TestOffice _office = null!;
    private readonly ConcurrentQueue<string> _noted = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _office = new TestOffice { Postgres = await server.NewSchemaAsync() };
        _app = await ExecutionHost.StartAsync(_office, _job, _noted.Enqueue);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task Page_ShowsTheRun_ToWhoMayLook()
    {
        await MadeRunAsync();

        Assert.Contains("Nhắc các cơ quan (RemindAgencies) – 07:30 15/06/2026",
            WebUtility.HtmlDecode(await PageAsync("/hangfire/jobs/succeeded", HangfireRight.View)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hangfire")]
    [InlineData("/hangfire/jobs/succeeded")]
    [InlineData("/hangfire/servers")]
    public async Task Page_IsClosed_ToStrangers(string path)
    {
        using var response = await _browser.SendAsync(ExecutionHost.Request(_app, path, HangfireRight.None));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Page_TakesScripts_FromThisServerAlone()
    {
        using var response = await _browser.SendAsync(ExecutionHost.Request(_app, "/hangfire", HangfireRight.View));

        Assert.Contains("script-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotMatch(InlineScript(), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(HangfireRight.Operate, true, HttpStatusCode.NoContent)]
    [InlineData(HangfireRight.Operate, false, HttpStatusCode.Forbidden)]
    [InlineData(HangfireRight.View, true, HttpStatusCode.Unauthorized)]
    [InlineData(HangfireRight.None, true, HttpStatusCode.Unauthorized)]
    public async Task Action_NeedsTheRight_AndAPageOfOurs(HangfireRight right, bool hasToken, HttpStatusCode status)
    {
        var id = await MadeRunAsync();

        using var request = ExecutionHost.Request(_app, "/hangfire/jobs/succeeded/requeue", right, HttpMethod.Post);
        request.Content = new FormUrlEncodedContent([new("jobs[]", id)]);
        if (hasToken)
        {
            var page = await PageAsync("/hangfire", HangfireRight.Operate);
            request.Headers.Add(Meta(page, "csrf-header"), Meta(page, "csrf-token"));
        }

        using var response = await _browser.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(right == HangfireRight.Operate ? [$"/jobs/succeeded/requeue {id}"] : [], _noted);
        if (status == HttpStatusCode.NoContent)
        {
            await HangfireMonitor.WaitAsync(_app,
                monitor => monitor.JobDetails(id).History.Count(state => state.StateName == "Succeeded") == 2 ? monitor : null);
        }
    }

    private async Task<string> MadeRunAsync()
    {
        await _app.EnqueueAsync("2026-06-15T00:30:00Z");
        await _job.NextAsync();
        return await HangfireMonitor.WaitAsync(_app, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Key);
    }

    private async Task<string> PageAsync(string path, HangfireRight right)
    {
        using var response = await _browser.SendAsync(ExecutionHost.Request(_app, path, right));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Meta(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"<meta name=\"{name}\" content=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<script(?![^>]*src=)|\\son[a-z]+=\"", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
