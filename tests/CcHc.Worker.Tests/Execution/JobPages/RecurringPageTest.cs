using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using CcHc.Adapters.Alerts;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution.JobPages;
using CcHc.Worker.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Execution.HangfirePages;

/// <summary>Hangfire's page of recurring jobs beside an SQLite file: every job of jobs.yml, run now, nothing to take away.</summary>
public sealed class RecurringPageTest : IAsyncLifetime
{
    private const string Remind = nameof(JobDuty.RemindAgencies);

    private readonly HttpClient _browser = new();
    private readonly ScriptedJob _job = new();
    private readonly ConcurrentQueue<string> _noted = new();
    private readonly TestOffice _office = new()
    {
        Jobs = job => job.Duty switch
        {
            JobDuty.RemindAgencies => job with { Schedule = JobSchedule.Read("daily 07:30"), Days = JobDays.Working },
            JobDuty.CheckRegisters => job with { IsEnabled = false },
            _ => job,
        },
    };
    private WebApplication _app = null!;

    public async Task InitializeAsync() => _app = await ExecutionHost.StartAsync(_office, _job, _noted.Enqueue);

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task Page_HasEveryJob_WithCronZoneNextAndLastTime()
    {
        await _app.EnqueueAsync("2026-06-15T00:30:00Z");
        await _job.NextAsync();
        await HangfireMonitor.WaitAsync(_app, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Value);

        var page = await PageAsync(HangfireRight.Operate);
        var rows = page.QuerySelectorAll("table tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList()).ToList();

        Assert.Equal(Enum.GetValues<JobDuty>().Length, rows.Count);
        // Monday the 15th, 8:00: the next working day at half past seven.
        var remind = Assert.Single(rows, row => row[1].Contains("(RemindAgencies)", StringComparison.Ordinal));
        Assert.Equal(("0 30 7 ? * *", "Asia/Ho_Chi_Minh", "07:30 16/06/2026"), (Regex.Match(remind[2], "^[^a-z\n]*[*]").Value, remind[3], remind[4]));
        Assert.Contains("08:00 15/06/2026", remind[5], StringComparison.Ordinal);
        Assert.Contains("chưa chạy", rows.Single(row => row[1].Contains("(HealthMail)", StringComparison.Ordinal))[5], StringComparison.Ordinal);
        Assert.Equal(rows.Count - 1, page.QuerySelectorAll("input[name='jobs[]']").Length);
        Assert.DoesNotContain(page.QuerySelectorAll("[data-url]"), button => button.GetAttribute("data-url")!.Contains("remove", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryPage_SaysInRed_ThatAnAlarmStands()
    {
        Assert.Empty((await PageAsync(HangfireRight.View)).QuerySelectorAll(".navbar .metric-danger"));
        await _app.Services.GetRequiredService<Alarms>()
            .RaiseAsync(Remind, new JobOutcome(JobResult.Failed, "the share is away", new Dictionary<string, int>()), CancellationToken.None);
        var page = await PageAsync(HangfireRight.View);
        Assert.Contains("Sự cố", Assert.Single(page.QuerySelectorAll(".navbar .metric-danger")).ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_HasNoButtons_ForWhoMayOnlyLook()
    {
        var page = await PageAsync(HangfireRight.View);
        Assert.Empty(page.QuerySelectorAll("button[data-url], input[name='jobs[]']"));
    }

    [Fact]
    public async Task Trigger_IsNoted_AndIsOneEffectiveRun_HoweverOftenItIsPressed()
    {
        var token = await PageAsync(HangfireRight.Operate);
        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync("/hangfire/recurring/trigger", HangfireRight.Operate, token)));

        Assert.All(pressed, status => Assert.Equal(HttpStatusCode.NoContent, status));
        Assert.Equal(4, _noted.Count(note => note == $"/recurring/trigger {Remind},no-such-job"));
        await _job.NextAsync();
        await HangfireMonitor.WaitAsync(_app, monitor => monitor.SucceededJobs(0, 10).SingleOrDefault().Value);
        Assert.Single(await _app.Services.GetRequiredService<RunLog>().RecentAsync(Remind));
        Assert.Equal(1, _job.Runs);
    }

    [Theory]
    [InlineData("/hangfire/recurring/trigger", HangfireRight.View, HttpStatusCode.Unauthorized)]
    [InlineData("/hangfire/recurring/trigger", HangfireRight.None, HttpStatusCode.Unauthorized)]
    [InlineData("/hangfire/recurring/remove", HangfireRight.Operate, HttpStatusCode.MethodNotAllowed)]
    public async Task NobodyElseTriggers_AndNobodyRemoves(string path, HangfireRight right, HttpStatusCode status)
    {
        Assert.Equal(status, await PostAsync(path, right, await PageAsync(HangfireRight.Operate)));
        Assert.Empty(await _app.Services.GetRequiredService<RunQueue>().ListAsync());
    }

    private async Task<HttpStatusCode> PostAsync(string path, HangfireRight right, IDocument page)
    {
        using var request = ExecutionHost.Request(_app, path, right, HttpMethod.Post);
        request.Content = new FormUrlEncodedContent([new("jobs[]", Remind), new("jobs[]", "no-such-job")]);
        request.Headers.Add(Meta(page, "csrf-header"), Meta(page, "csrf-token"));
        using var answer = await _browser.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<IDocument> PageAsync(HangfireRight right)
    {
        using var answer = await _browser.SendAsync(ExecutionHost.Request(_app, "/hangfire/recurring", right));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }

    private static string Meta(IDocument page, string name) => page.QuerySelector($"meta[name='{name}']")!.GetAttribute("content")!;
}
