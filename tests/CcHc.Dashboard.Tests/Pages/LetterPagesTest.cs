using System.Net;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Mail;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class LetterPagesTest : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private readonly TestDashboard _dashboard = new();

    public async Task InitializeAsync()
    {
        await _dashboard.StartAsync();
        await _dashboard.PutTestBoardAsync();
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task List_PutsFirstWhatAPersonMustLookAt_AndShowsForeignWordsAsText()
    {
        await SettleAsync("a", DeliveryState.Sent);
        await SettleAsync("b", DeliveryState.Unknown, error: "Connection <b>reset</b>");
        await SettleAsync("c", DeliveryState.Refused);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        var page = await viewer.PageAsync("/thu");
        var rows = page.QuerySelectorAll("table.letters tbody tr").Select(row => row.TextContent).ToList();

        Assert.All(rows.Zip(["chưa rõ đã đến chưa", "bị từ chối", "đã gửi"]), row => Assert.Contains(row.Second, row.First, StringComparison.Ordinal));
        Assert.Contains("Connection <b>reset</b>", rows[0], StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task List_NarrowsByItsFilters_AndSaysWhenNothingFits()
    {
        await SettleAsync("a", DeliveryState.Sent);
        await SettleAsync("b", DeliveryState.Refused);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        Assert.Single((await viewer.PageAsync("/thu?tinh-trang=refused&co-quan=STP&loai=reminder")).QuerySelectorAll("table.letters tbody tr"));
        Assert.Contains("Không có thư nào khớp", (await viewer.PageAsync("/thu?co-quan=SNV")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await viewer.PageAsync("/thu?trang=77")).QuerySelectorAll("table.letters tbody tr").Length);
    }

    [Fact]
    public async Task Letter_IsShownApart_SoThatItCanDoNothing()
    {
        var id = await SettleAsync("a", DeliveryState.Sent, html: "<p style=\"color:red\">Kính gửi</p><script>alert(1)</script>");
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        var page = await viewer.PageAsync($"/thu/{id}");
        var frame = page.QuerySelector("iframe")!;
        Assert.Equal("", frame.GetAttribute("sandbox"));
        Assert.Empty(page.QuerySelectorAll("script"));
        using var content = await viewer.GetAsync(frame.GetAttribute("src")!);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'", content.Headers.GetValues("Content-Security-Policy")
            .Single());
        Assert.Contains("Kính gửi", await content.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_ListsTheRemindersItCarries_AndItsFiles()
    {
        var task = TestBoard.Task(6, "Công bố danh mục thủ tục");
        var id =
            await SettleAsync("a", DeliveryState.Sent,
                reminders: [new ReminderKey(task.Key, "m1", new DateOnly(2026, 6, 30), "T-7", "STP"),
                    new ReminderKey("đã bỏ#1", "m1", new DateOnly(2026, 6, 30), "T+5", "STP")]);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        var words = (await viewer.PageAsync($"/thu/{id}")).Body!.TextContent;
        Assert.All(["Công bố danh mục thủ tục", "trước hạn 7 ngày làm việc", "không còn trong sổ", "đã bỏ#1", "Nhiệm vụ CCHC.xlsx"],
            part => Assert.Contains(part, words, StringComparison.Ordinal));

        using var file = await viewer.GetAsync($"/thu/{id}/tep/0");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal([80, 75], await file.Content.ReadAsByteArrayAsync());
        using var none = await viewer.GetAsync($"/thu/{id}/tep/1");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory]
    [InlineData("/thu/987")]
    [InlineData("/thu/987/noi-dung")]
    [InlineData("/thu/987/tep/0")]
    [InlineData("/thu/abc")]
    public async Task UnknownLetter_IsNotFound(string path)
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        using var answer = await viewer.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(DeliveryState.Unknown, true)]
    [InlineData(DeliveryState.Refused, true)]
    [InlineData(DeliveryState.Held, true)]
    [InlineData(DeliveryState.Sent, false)]
    public async Task Operator_SendsAgainWhatDidNotArrive(DeliveryState state, bool isQueued)
    {
        var id = await SettleAsync("a", state);
        using var person = await _dashboard.VisitAsync(UserRole.Operator);

        using var answer = await person.PostAsync($"/thu/{id}?handler=Resend", $"/thu/{id}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(isQueued ? DeliveryState.Queued : state, (await Outbox.FindAsync(id))!.Summary.State);
        Assert.Contains(isQueued ? "Thư được xếp hàng gửi lại."
            : "Không gửi lại", (await person.PageAsync($"/thu/{id}")).QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await person.PageAsync($"/thu/{id}")).QuerySelector(".said"));
        Assert.Contains(await AuditAsync(), entry => entry is { Person: "operator", Action: "Letter.Resend" } && entry.Subject == $"/thu/{id}");
    }

    [Fact]
    public async Task Operator_HoldsAWaitingLetter_WithAReasonOnly()
    {
        var id = await SettleAsync("a", DeliveryState.TryLater);
        using var person = await _dashboard.VisitAsync(UserRole.Operator);

        using var bare = await person.PostAsync($"/thu/{id}?handler=Hold", $"/thu/{id}", ("reason", "  "));
        Assert.Equal(DeliveryState.TryLater, (await Outbox.FindAsync(id))!.Summary.State);
        using var reasoned = await person.PostAsync($"/thu/{id}?handler=Hold", $"/thu/{id}", ("reason", "Sai số liệu"));

        var held = (await Outbox.FindAsync(id))!.Summary;
        Assert.Equal((DeliveryState.Held, "Held by Người Operator (operator): Sai số liệu"), (held.State, held.LastError));
    }

    [Fact]
    public async Task HoldOnAllLetters_IsBegunByAnOperator_AndEndedByAnAdministratorOnly()
    {
        var hold = _dashboard.Services.GetRequiredService<LetterHold>();
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        using var begun = await person.PostAsync("/thu?handler=HoldAll", "/thu", ("reason", "Danh bạ sai"));
        Assert.Equal("Người Operator (operator): Danh bạ sai", (await hold.ReadAsync())!.Reason);
        Assert.Contains("Danh bạ sai", (await person.PageAsync("/thu")).Body!.TextContent, StringComparison.Ordinal);

        using var refused = await person.PostAsync("/thu?handler=ReleaseAll", "/thu", ("reason", "Đã sửa"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.NotNull(await hold.ReadAsync());

        using var admin = await _dashboard.VisitAsync(UserRole.Admin);
        using var bare = await admin.PostAsync("/thu?handler=ReleaseAll", "/thu");
        Assert.NotNull(await hold.ReadAsync());
        using var released = await admin.PostAsync("/thu?handler=ReleaseAll", "/thu", ("reason", "Đã sửa"));
        Assert.Null(await hold.ReadAsync());
        Assert.Contains(await AuditAsync(),
            entry => entry is { Person: "admin", Action: "Letters.ReleaseAll" } && entry.Detail.Contains("Đã sửa", StringComparison.Ordinal));
    }

    private OutboxStore Outbox => _dashboard.Services.GetRequiredService<OutboxStore>();

    private Task<IReadOnlyList<AuditEntry>> AuditAsync() => _dashboard.Services.GetRequiredService<AuditTrail>().ListAsync();

    private async Task<long> SettleAsync(string name, DeliveryState state, string html = "<p>Kính gửi</p>", string error = "why",
        IReadOnlyCollection<ReminderKey>? reminders = null)
    {
        var mail = new OutgoingMail($"<{name}@x.test>", ["stp@x.example"], "Nhắc <i>việc</i>", html, "Kính gửi",
            [new MailAttachment("Nhiệm vụ CCHC.xlsx", "application/octet-stream", [80, 75])]);
        await Outbox.QueueAsync(mail, new LetterInfo("reminder", "STP"), reminders ?? []);
        var claimed = (await Outbox.ClaimAsync(Lease))!;
        await Outbox.RecordAsync(claimed, new DeliveryVerdict(state, _dashboard.Clock.Now.AddHours(1), error, state == DeliveryState.Unknown ? 1 : 0));
        return claimed.Id;
    }
}
