using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Mailbox;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.Mail.Incoming;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Registers;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class AnswerPagesTest : IAsyncLifetime
{
    private readonly TestDashboard _dashboard = new();

    private AnswerStore Answers => _dashboard.Services.GetRequiredService<AnswerStore>();

    private IncomingMailStore Mail => _dashboard.Services.GetRequiredService<IncomingMailStore>();

    public Task InitializeAsync() => _dashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task Operator_AcceptsRefusesAndGrants_OnceEach()
    {
        await GiveAsync("a", Statement("k1", "Rà soát thủ tục", new DateOnly(2026, 6, 12)), Statement("k2", "Công bố danh mục", new DateOnly(2026, 6, 11)),
            Statement("k3", "Tập huấn", null, new ExtensionRequest(new DateOnly(2026, 7, 31), "Chờ ý kiến")));
        using var visitor = await _dashboard.VisitAsync(UserRole.Operator);
        var page = (await visitor.PageAsync("/tra-loi")).Body!.TextContent;
        Assert.Contains("đã xong ngày 12/6/2026", page, StringComparison.Ordinal);
        Assert.Contains("xin gia hạn đến 31/7/2026", page, StringComparison.Ordinal);

        var given = (await Answers.ListAsync()).ToDictionary(answer => answer.Statement.RowKey,
            answer => answer.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var accepted = await visitor.PostAsync("/tra-loi?handler=Accept", "/tra-loi", ("id", given["k1"]));
        using var refused = await visitor.PostAsync("/tra-loi?handler=Refuse", "/tra-loi", ("id", given["k2"]), ("reason", "Chưa có quyết định"));
        using var granted = await visitor.PostAsync("/tra-loi?handler=Accept", "/tra-loi", ("id", given["k3"]), ("until", "2026-07-15"));
        using var again = await visitor.PostAsync("/tra-loi?handler=Refuse", "/tra-loi", ("id", given["k1"]), ("reason", "Muộn rồi"));

        var decided = (await Answers.ListAsync()).OrderBy(answer => answer.Statement.RowKey, StringComparer.Ordinal)
            .Select(answer => (answer.State, answer.DecisionReason, answer.GrantedTo)).ToList();
        Assert.Equal([(AnswerState.Accepted, "", null), (AnswerState.Refused, "Chưa có quyết định", null),
            (AnswerState.Accepted, "", (DateOnly?)new DateOnly(2026, 7, 15))], decided);
        Assert.All(await Answers.ListAsync(), answer => Assert.Contains("Người Operator", answer.DecidedBy, StringComparison.Ordinal));
        Assert.Contains(await _dashboard.Services.GetRequiredService<AuditTrail>()
            .ListAsync(), entry => entry.Action == "Answers.Refuse" && entry.Detail.Contains("Chưa có quyết định", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IncomingMail_IsShownAsText_AndMarkedAsSeen()
    {
        await Mail.DecideAsync(new IncomingDecision(
            new IncomingMail { MessageId = "<1@x.example>", Hash = "h", From = ["stp@x.example"], Subject = "<script>alert(1)</script>",
                Text = "<b>Đã xong</b> từ hôm qua" }, IncomingFate.Words, "STP", "")
        {
            Files = [new JudgedFile(new IncomingFile("trang.html", "text/html", "<script>"u8.ToArray()), "Giữ kèm thư.")],
        });
        using var visitor = await _dashboard.VisitAsync(UserRole.Operator);
        var id = (await Mail.ListAsync(waitingOnly: true)).Single().Id;

        var page = await visitor.PageAsync($"/tra-loi/thu/{id}");
        Assert.Contains("<b>Đã xong</b> từ hôm qua", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script"));
        using var file = await visitor.GetAsync($"/tra-loi/thu/{id}/tep/0");
        Assert.Equal(("application/octet-stream", "attachment"),
            (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));

        using var seen = await visitor.PostAsync("/tra-loi?handler=Seen", "/tra-loi", ("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(await Mail.ListAsync(waitingOnly: true));
    }

    private Task GiveAsync(string file, params AgencyStatement[] statements) => Answers.PutAsync(
        new AnswerFile(new AnswerSheetReading(file, file, "STP", statements, []), AnswerOrigin.Folder, _dashboard.Clock.Now, ReceiptState.None), default);

    private static AgencyStatement Statement(string key, string task, DateOnly? done, ExtensionRequest? extension = null) =>
        new(key, done is null ? TaskProgress.Unknown : TaskProgress.Done, done is null ? "" : "Hoàn thành", done, "", extension, extension?.Reason
            ?? "", "Trả lời", 6) { Task = task, TaskKey = key };
}
