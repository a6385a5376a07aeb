using System.Net;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class JobPagesTest : IAsyncLifetime
{
    private readonly TestDashboard _dashboard = new();

    public async Task InitializeAsync()
    {
        await _dashboard.StartAsync();
        await Plans.WriteAsync(
        [
            new JobPlan { Job = "remind", Duty = "RemindAgencies", Schedule = "daily 07:30", IsEnabled = true,
                NextAt = new DateTimeOffset(2026, 6, 16, 0, 30, 0, TimeSpan.Zero) },
            new JobPlan { Job = "collect", Duty = "CollectReports", IsEnabled = true },
            new JobPlan { Job = "health", Duty = "CheckRegisters", Schedule = "mondays 08:00", IsEnabled = false },
        ]);
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task List_TellsWhenEachJobRunsNext_InOfficeTime()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var rows = (await viewer.PageAsync("/cong-viec")).QuerySelectorAll("table.jobs tbody tr").Select(row => row.TextContent).ToList();

        Assert.All(rows.Zip(["chỉ khi có người yêu cầu", "Đã tắt trong jobs.yml", "07:30 16/06/2026"]),
            row => Assert.Contains(row.Second, row.First, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunNow_PressedFiveTimes_LeavesOneWish_AndFiveEntriesOfTheAudit()
    {
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        for (var press = 0; press < 5; press++)
        {
            using var answer = await person.PostAsync("/cong-viec?handler=Run", "/cong-viec", ("job", "remind"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Contains("còn đang chờ", (await person.PageAsync("/cong-viec")).QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("remind", "operator", ""), Assert.Single(await _dashboard.Services.GetRequiredService<RunQueue>().ListAsync()) is var wish
            ? (wish.Job, wish.AskedBy, wish.Ask) : default);
        Assert.Equal(5, (await _dashboard.Services.GetRequiredService<AuditTrail>()
            .ListAsync()).Count(entry => entry is { Action: "Jobs.Run", Person: "operator", Detail: "job=remind" }));
    }

    [Theory]
    [InlineData("health")]
    [InlineData("khong-co")]
    [InlineData("")]
    public async Task RunNow_IsRefused_ForAJobThatDoesNotRun(string job)
    {
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        using var answer = await person.PostAsync("/cong-viec?handler=Run", "/cong-viec", ("job", job));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await _dashboard.Services.GetRequiredService<RunQueue>().WaitingAsync());
    }

    [Fact]
    public async Task Pause_HoldsToTheEndOfTheDay_AndNamesWhoAndWhy()
    {
        var last = _dashboard.Today.AddDays(3);
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        using var paused =
            await person.PostAsync("/cong-viec?handler=Pause", "/cong-viec", ("job", "remind"), ("until", $"{last:yyyy-MM-dd}"), ("reason", "Chờ danh bạ mới"));

        var plan = (await Plans.ListAsync()).Single(one => one.Job == "remind");
        Assert.Equal((OfficeTime.StartOf(last.AddDays(1)).ToUniversalTime(), "Người Operator (operator)", "Chờ danh bạ mới"),
            (plan.PausedUntil, plan.PausedBy, plan.PauseReason));
        Assert.Contains(FormattableString.Invariant($"Tạm dừng đến hết {last:d/M/yyyy}"), (await person.PageAsync("/cong-viec")).Body!.TextContent,
            StringComparison.Ordinal);

        using var resumed = await person.PostAsync("/cong-viec?handler=Resume", "/cong-viec", ("job", "remind"));
        Assert.False(await Plans.IsPausedAsync("remind"));
    }

    [Theory]
    [InlineData(-1, "lý do")]
    [InlineData(400, "lý do")]
    [InlineData(1, " ")]
    [InlineData(null, "lý do")]
    public async Task Pause_NeedsADayToComeAndAReason(int? days, string reason)
    {
        var until = days is { } after ? $"{_dashboard.Today.AddDays(after):yyyy-MM-dd}" : "ngày mai";
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        using var answer = await person.PostAsync("/cong-viec?handler=Pause", "/cong-viec", ("job", "remind"), ("until", until), ("reason", reason));

        Assert.False(await Plans.IsPausedAsync("remind"));
        Assert.Equal("alert", (await person.PageAsync("/cong-viec")).QuerySelector(".said")!.GetAttribute("role"));
    }

    [Fact]
    public async Task History_IsSearched_AndLeadsToTheRunsOwnPage()
    {
        var log = _dashboard.Services.GetRequiredService<RunLog>();
        await RunAsync(log, "remind", JobResult.Done, "29 letters queued <b>",
            new() { ["letters_queued"] = 29, ["not_reminded_not_yet"] = 7, ["strange"] = 1 });
        await RunAsync(log, "read", JobResult.Failed, "IOException: the share is away", []);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        var found = await viewer.PageAsync("/cong-viec?tim=LETTERS&ket-qua=xong&cong-viec=remind");
        var row = Assert.Single(found.QuerySelectorAll("table.runs tbody tr"));
        Assert.Contains("thư đã lập: 29; không nhắc: chưa đến mốc nhắc: 7", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("letters queued", row.TextContent, StringComparison.Ordinal);
        var failed = Assert.Single((await viewer.PageAsync("/cong-viec?ket-qua=loi")).QuerySelectorAll("table.runs tbody tr"));
        Assert.Equal("IOException: the share is away", failed.QuerySelector("details span[lang=en]")!.TextContent);
        Assert.Contains("Không có lần chạy nào khớp", (await viewer.PageAsync("/cong-viec?ket-qua=dang-chay")).Body!.TextContent, StringComparison.Ordinal);

        var run = await viewer.PageAsync(found.QuerySelector("table.runs a")!.GetAttribute("href")!);
        Assert.Equal(["thư đã lập29", "không nhắc: chưa đến mốc nhắc7", "strange1"], run.QuerySelectorAll("table.counts tbody tr")
            .Select(row => row.TextContent.Trim()));
        using var unknown = await viewer.GetAsync("/cong-viec/1");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Summaries_AndSchedules_AreInTheReadersLanguage()
    {
        var log = _dashboard.Services.GetRequiredService<RunLog>();
        await RunAsync(log, "read", JobResult.Done, "110 tasks read.", new() { ["tasks"] = 110 });
        using var reader = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.Contains("nhiệm vụ: 110", (await reader.PageAsync("/cong-viec")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("hằng ngày, 07:30", (await reader.PageAsync("/cong-viec")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("daily", (await reader.PageAsync("/cong-viec")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("tasks read", (await reader.PageAsync("/cong-viec")).Body!.TextContent, StringComparison.Ordinal);

        using var switched = await reader.PostAsync("/ngon-ngu", "/", ("back", "/cong-viec"), ("language", "en"));
        var english = (await reader.PageAsync("/cong-viec")).Body!.TextContent;
        Assert.Contains("110 tasks read.", english, StringComparison.Ordinal);
        Assert.Contains("daily 07:30", english, StringComparison.Ordinal);
    }

    private JobPlans Plans => _dashboard.Services.GetRequiredService<JobPlans>();

    private static async Task RunAsync(RunLog log, string job, JobResult result, string summary, Dictionary<string, int> counts) =>
        await log.FinishAsync((await log.TryStartAsync(new RunClaim(job, "k", new DateOnly(2026, 6, 15), "node:1", TimeSpan.FromMinutes(5))))!,
            new JobOutcome(result, summary, counts));
}
