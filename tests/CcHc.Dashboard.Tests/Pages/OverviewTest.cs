using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Dashboard.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class OverviewTest : IAsyncLifetime
{
    private readonly TestDashboard _dashboard = new();

    public Task InitializeAsync() => _dashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task EmptyOffice_SaysHowToBegin()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.Contains("Sổ theo dõi chưa được đọc lần nào.", (await viewer.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryNumberOfTasks_LeadsToAListOfThatLength()
    {
        await _dashboard.PutTestBoardAsync();
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync("/");
        var numbers = page.QuerySelectorAll(".cards a, td.num a").Select(link => (Address: link.GetAttribute("href")!, Words: link.TextContent.Trim()))
            .Where(link => link.Address.StartsWith("/nhiem-vu", StringComparison.Ordinal)).ToList();

        Assert.True(numbers.Count > 15, $"{numbers.Count}");
        foreach (var (address, words) in numbers.Distinct())
        {
            var number = words.Split(' ')[0];
            var said = (await viewer.PageAsync(address)).QuerySelector("[role=status]")!.TextContent;
            Assert.True(said.StartsWith(number == "0" ? "Không có nhiệm vụ nào" : $"{number} việc", StringComparison.Ordinal), $"{address}: {words}; {said}");
        }
    }

    [Fact]
    public async Task MonthsOfTheOverview_CountEveryOverdueTask()
    {
        // Overdue by years, and due in years: both lie outside the months shown one by one.
        var owed = new[] { -900, -400, -40, -7, 30,
            900 }.Select((days, place) => TestBoard.Owed(TestBoard.Task(place + 1, $"Việc {place}"), TestBoard.Justice, _dashboard.Today.AddDays(days)));
        await _dashboard.Services.GetRequiredService<OfficeSnapshotStore>().PutAsync("thử", () => TestBoard.Board(_dashboard.Today, owed));
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        var months = (await viewer.PageAsync("/")).QuerySelectorAll("table.bars")
            .Single(table => table.QuerySelector("caption")!.TextContent.Contains("theo tháng", StringComparison.Ordinal));

        Assert.Equal(4, months.QuerySelectorAll("tbody a.bad").Sum(link => int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(6, months.QuerySelectorAll("tbody td:last-child a")
            .Sum(link => int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("NpgsqlException: Failed to connect to 10.0.0.5:5432", "Cơ sở dữ liệu không dùng được.", "CCHC_POSTGRES")]
    [InlineData("No mail gets through since 2026-06-15: 451 busy", "Thư không gửi đi được.", "cchc test-mail")]
    [InlineData("IOException: <script> the share is away", "Không vào được thư mục chung", "thư mục mạng")]
    public async Task AStandingAlarm_IsSaidOnEveryPage_WithCauseAndCure(string trouble, string cause, string cure)
    {
        await _dashboard.RaiseAlarmAsync("nhac", trouble);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        foreach (var page in new[] { "/", "/nhiem-vu", "/co-quan", "/lich", "/thu", "/xem-truoc", "/cong-viec", "/so-theo-doi", "/nhat-ky" })
        {
            var bar = (await viewer.PageAsync(page)).QuerySelector(".banner.alarm[role=alert]")!;
            Assert.All(["nhac", cause, cure, trouble], part => Assert.Contains(part, bar.TextContent, StringComparison.Ordinal));
        }

        using var stranger = await _dashboard.VisitAsync(null);
        Assert.Null((await stranger.PageAsync("/dang-nhap")).QuerySelector(".banner.alarm"));
    }

    [Fact]
    public async Task Charts_SayTheirNumbers_AndNotByColourAlone()
    {
        await _dashboard.PutTestBoardAsync();
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync("/");
        var bars = page.QuerySelectorAll("table.bars tbody tr").ToList();
        Assert.NotEmpty(bars);
        Assert.All(bars,
            bar => Assert.Equal(bar.QuerySelectorAll("rect").Select(part => part.TextContent.Trim().Replace(": ", " ", StringComparison.Ordinal)),
                bar.QuerySelector(".parts")!.TextContent.Split(" · ", StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task WhatWaitsForAPerson_StandsBesideTheFigures_AndTheMenuFolds()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync("/");
        Assert.NotNull(page.QuerySelector(".top > .cards + .waiting #viec-cho"));
        Assert.Contains("Không có việc nào chờ người.", page.QuerySelector(".top .waiting")!.TextContent, StringComparison.Ordinal);
        var fold = page.QuerySelector("header.site input.fold[type=checkbox]")!;
        Assert.Equal("Các trang", page.QuerySelector($"label[for={fold.Id}]")!.TextContent);
    }

    [Fact]
    public async Task OldBoard_IsSaid()
    {
        await _dashboard.PutTestBoardAsync();
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.DoesNotContain("Số liệu đã cũ", await BannersAsync(viewer), StringComparison.Ordinal);

        await using (var connection = await _dashboard.Services.GetRequiredService<Database>().OpenAsync())
        {
            await connection.ExecuteAsync("UPDATE board SET taken_at = @at", new { at = _dashboard.Clock.Now.AddHours(-27) });
        }

        Assert.Contains("Số liệu đã cũ", await BannersAsync(viewer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeldLetters_AreSaid()
    {
        await _dashboard.Services.GetRequiredService<LetterHold>().BeginAsync("Restored <b>backup</b>.");
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.Contains("Mọi thư đang được tạm giữ", await BannersAsync(viewer), StringComparison.Ordinal);
        Assert.Contains("Restored <b>backup</b>.", await BannersAsync(viewer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JobThatShouldHaveRun_IsSaid_UnlessItIsPaused()
    {
        var plans = _dashboard.Services.GetRequiredService<JobPlans>();
        await plans.WriteAsync([new JobPlan { Job = "nhac", Duty = "RemindAgencies", IsEnabled = true, NextAt = _dashboard.Clock.Now.AddHours(-2) }]);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.Contains("dịch vụ có thể đã dừng", await BannersAsync(viewer), StringComparison.Ordinal);

        await plans.PauseAsync("nhac", _dashboard.Clock.Now.AddDays(1), "admin", "nghỉ");
        Assert.DoesNotContain("dịch vụ có thể đã dừng", await BannersAsync(viewer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_TellsEachJobsLastRun_AndLettersByState()
    {
        var log = _dashboard.Services.GetRequiredService<RunLog>();
        var ticket = await log.TryStartAsync(new RunClaim("nhac", "1", new DateOnly(2026, 6, 15), "máy", TimeSpan.FromHours(1)));
        await log.FinishAsync(ticket!, new JobOutcome(JobResult.Failed, "<no>", new Dictionary<string, int>()));
        await _dashboard.Services.GetRequiredService<OutboxStore>()
            .QueueAsync(new OutgoingMail("<a@x.test>", ["a@x.example"], "Thư", "<p>a</p>", "a", []), new LetterInfo("reminder", "STP"), []);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        var page = await viewer.PageAsync("/");

        Assert.Contains(page.QuerySelectorAll("tbody tr"),
            row => row.TextContent.Contains("nhac", StringComparison.Ordinal) && row.QuerySelector("td.bad")?.TextContent == "không chạy được");
        Assert.Equal("1", page.QuerySelectorAll("dt").Single(term => term.TextContent == "chờ gửi").NextElementSibling!.TextContent.Trim());
    }

    private static async Task<string> BannersAsync(Visitor visitor) =>
        string.Join('\n', (await visitor.PageAsync("/")).QuerySelectorAll(".banner").Select(banner => banner.TextContent));
}
