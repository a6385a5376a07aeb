using System.Globalization;
using System.Net;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Calendars;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Pages.Preview;
using CcHc.Dashboard.Snapshot;
using CcHc.Dashboard.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class PreviewPagesTest : IAsyncLifetime
{
    private static readonly DateOnly Today = TestBoard.Monday;

    private static readonly WorkingCalendar Calendar = new(TestBoard.Board(Today).Days);

    private static readonly DateOnly Next = Calendar.AddWorkingDays(Today, 1);

    private readonly TestDashboard _dashboard = new();

    public async Task InitializeAsync()
    {
        await _dashboard.StartAsync();
        await PutBoardAsync();
    }

    /// <summary>Two tasks that reach a stage on the next working day, or some days after it, and on no day before.</summary>
    private async Task PutBoardAsync()
    {
        var next = Calendar.AddWorkingDays(_dashboard.Today, 1);
        IEnumerable<Obligation> obligations =
        [
            TestBoard.Owed(TestBoard.Task(1, "Rà soát <i>văn bản</i>"), TestBoard.Justice, Calendar.AddWorkingDays(next, 15)),
            TestBoard.Owed(TestBoard.Task(2, "Công bố danh mục"), TestBoard.Home, Calendar.AddWorkingDays(next, 20)),
        ];
        await _dashboard.Services.GetRequiredService<OfficeSnapshotStore>()
            .PutAsync(FormattableString.Invariant($"thử {next:yyyy-MM-dd}"), () => TestBoard.Board(_dashboard.Today, obligations));
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task NextWorkingDay_IsShown_WhenNoneIsAsked()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync("/xem-truoc");

        Assert.Contains(FormattableString.Invariant($"{Next:d/M/yyyy}"), page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var letter = Assert.Single(page.QuerySelectorAll("details.letter"));
        Assert.All(["Sở Tư pháp", "stp@x.example", "Rà soát <i>văn bản</i>", "trước hạn 15 ngày làm việc"],
            part => Assert.Contains(part, letter.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task LettersOfALargeOffice_AreWorkedOut_WhenAnybodyLooksAtAReading()
    {
        var told = new FirstMessage<PreviewAhead>();
        using var ahead = await AheadAsync(told);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        await viewer.PageAsync("/");

        Assert.Equal(FormattableString.Invariant($"The letters of {Next:yyyy-MM-dd} are ready to be previewed."), await told.SaidAsync());
        await ahead.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task LettersThatCannotBeWorkedOutBeforehand_AreShown_WhenSomebodyAsks()
    {
        var told = new FirstMessage<PreviewAhead>();
        using var ahead = await AheadAsync(told);
        await RunAsync("ALTER TABLE reminder RENAME TO reminder_away");
        await _dashboard.Services.GetRequiredService<OfficeSnapshotCache>().NowAsync(CancellationToken.None);

        Assert.StartsWith(FormattableString.Invariant($"The letters of {Next:yyyy-MM-dd} could not be worked out beforehand"), await told.SaidAsync(),
            StringComparison.Ordinal);
        await RunAsync("ALTER TABLE reminder_away RENAME TO reminder");
        Assert.False(ahead.ExecuteTask!.IsCompleted);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.Single((await viewer.PageAsync("/xem-truoc")).QuerySelectorAll("details.letter"));
        await ahead.StopAsync(CancellationToken.None);
    }

    /// <summary>In the place of the dashboard's own, whose office would have to be large.</summary>
    private async Task<PreviewAhead> AheadAsync(FirstMessage<PreviewAhead> told)
    {
        foreach (var own in _dashboard.Services.GetServices<IHostedService>().OfType<PreviewAhead>())
        {
            await own.StopAsync(CancellationToken.None);
        }

        var ahead = new PreviewAhead(
            _dashboard.Services.GetRequiredService<OfficeSnapshotCache>(), _dashboard.Services.GetRequiredService<Previewer>(), told, leastObligations: 2);
        await ahead.StartAsync(CancellationToken.None);
        return ahead;
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await _dashboard.Services.GetRequiredService<Database>().OpenAsync();
        await connection.ExecuteAsync(sql);
    }

    [Fact]
    public async Task Letter_IsShownApart_AsItWouldGo()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var letter = await viewer.PageAsync((await viewer.PageAsync("/xem-truoc")).QuerySelector("details.letter a")!.GetAttribute("href")!);
        using var content = await viewer.GetAsync(letter.QuerySelector("iframe[sandbox='']")!.GetAttribute("src")!);

        Assert.EndsWith("sandbox; frame-ancestors 'self'", content.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("Rà soát &lt;i&gt;văn bản&lt;/i&gt;", await content.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/xem-truoc/thu")]
    [InlineData("/xem-truoc/noi-dung?co-quan=STP&ngay=2020-01-01")]
    [InlineData("/xem-truoc/thu?co-quan=STP&ngay=9998-01-01")]
    public async Task LetterThatWouldNotGo_IsNotFound(string path)
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        using var answer = await viewer.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task WhatWentOut_IsNotPreviewedAgain()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.Single((await viewer.PageAsync("/xem-truoc")).QuerySelectorAll("details.letter"));

        var key = Assert.Single((await Previewer.DayAsync(Next, TrialRules.None, CancellationToken.None)).Reminders).Key;
        await _dashboard.Services.GetRequiredService<OutboxStore>()
            .QueueAsync(new OutgoingMail("<a@x.test>", ["a@x.test"], "a", "a", "a", []), new LetterInfo("reminder", "STP"), [key]);

        Assert.Contains("Ngày này không có thư nhắc nào.", (await viewer.PageAsync("/xem-truoc")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemindersOfTheDaysBetween_CountAsSent()
    {
        var stages = new List<string>();
        for (var ahead = 1; ahead <= 9; ahead++)
        {
            var day = await Previewer.DayAsync(Calendar.AddWorkingDays(Today, ahead), TrialRules.None, CancellationToken.None);
            stages.Add(string.Join(' ', day.Reminders.Select(reminder => $"{reminder.Key.AgencyCode} {reminder.Stage}")));
        }

        Assert.Equal(["STP T-15", "", "", "", "", "SNV T-15", "", "", "STP T-7"], stages);
    }

    /// <summary>A stage tried out that was due before today goes out today, if today is worked, and else on the next working day.</summary>
    [Theory]
    [InlineData("2026-06-15", "1 thư thay vì 1: thêm 1 lời nhắc, bớt 1, đổi mốc 0.")]
    [InlineData("2026-06-14", "2 thư thay vì 1: thêm 1 lời nhắc, bớt 0, đổi mốc 1.")]
    public async Task OtherRules_AreComparedWithThoseInForce_AndChangeNothing(string today, string change)
    {
        _dashboard.Clock.Now = OfficeTime.StartOf(DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture)).AddHours(9);
        await PutBoardAsync();
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync("/xem-truoc?truoc=20");

        Assert.Contains(change, page.QuerySelector("[aria-label='So với quy tắc đang dùng']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("table.changes tbody tr").Length);
        Assert.Null((await viewer.PageAsync("/xem-truoc")).QuerySelector("table.changes"));
    }

    [Fact]
    public async Task DayOffTriedOut_KeepsTheLettersBack()
    {
        var off = FormattableString.Invariant($"{Next:yyyy-MM-dd}");
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var words = (await viewer.PageAsync($"/xem-truoc?ngay={off}&nghi={off}")).Body!.TextContent;
        Assert.Contains("là ngày nghỉ: không thư nào được gửi.", words, StringComparison.Ordinal);
        Assert.Contains("0 thư thay vì 1", words, StringComparison.Ordinal);
    }

    private Previewer Previewer => _dashboard.Services.GetRequiredService<Previewer>();
}
