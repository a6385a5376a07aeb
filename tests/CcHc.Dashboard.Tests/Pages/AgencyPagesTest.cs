using System.Net;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Mail;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class AgencyPagesTest : IAsyncLifetime
{
    private const string Home = "/co-quan/SNV";

    private readonly TestDashboard _dashboard = new();

    public async Task InitializeAsync()
    {
        await _dashboard.StartAsync();
        await _dashboard.PutTestBoardAsync();
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task List_TellsEveryAgencyOfTheDirectory_WithItsOnTimeRate()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var rows = (await viewer.PageAsync("/co-quan")).QuerySelectorAll("tbody tr")
            .Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList()).ToList();

        Assert.Equal(["Sở Tư pháp", "Sở Nội vụ", "UBND xã Khe Sâu chưa có địa chỉ thư"], rows.Select(row => row[0]));
        Assert.Equal(["3", "1", "1", "0", "1", "0", "0%"], rows[0][1..8]);
        Assert.Equal(["4", "0", "1", "1", "0", "0", "100%"], rows[1][1..8]);
        Assert.Equal("–", rows[2][7]);
    }

    [Fact]
    public async Task List_OfAWholeCountry_IsDividedIntoPages()
    {
        var board = TestBoard.Board(_dashboard.Today);
        await _dashboard.Services.GetRequiredService<OfficeSnapshotStore>().PutAsync("cả nước", () => board with
        {
            Agencies = [.. board.Agencies, .. Enumerable.Range(1, 450).Select(i => TestBoard.Silent with { Code = $"X{i}", Name = $"UBND xã số {i}" })],
        });
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        var (first, last) = (await viewer.PageAsync("/co-quan"), await viewer.PageAsync("/co-quan?trang=3"));

        Assert.Equal((200, 53), (first.QuerySelectorAll("tbody tr").Length, last.QuerySelectorAll("tbody tr").Length));
        Assert.Equal("/co-quan?trang=2", first.QuerySelector(".pager [rel=next]")!.GetAttribute("href"));
        Assert.Contains("UBND xã số 450", last.QuerySelector("tbody tr:last-child")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agency_TellsItsContactLettersAndReports_AsText()
    {
        await _dashboard.Services.GetRequiredService<OutboxStore>()
            .QueueAsync(new OutgoingMail("<a@x.test>", ["stp@x.example"], "Nhắc <i>việc</i>", "<p>a</p>", "a", []), new LetterInfo("reminder", "STP"), []);
        await _dashboard.Services.GetRequiredService<ReportPeriods>()
            .IssueAsync(new StoredForm(new IssuedForm("2026-Q1", "STP", FormLayout.Version, new DateOnly(2026, 3, 9), [], []), "a.xlsx"), "An");
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        var words = (await viewer.PageAsync("/co-quan/STP")).Body!.TextContent;

        Assert.All(["Bà <b>Hoa</b>", "gd.stp@x.example", "Nhắc <i>việc</i>", "Quý I/2026"], part => Assert.Contains(part, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task UnknownAgency_IsNotFound()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        using var answer = await viewer.GetAsync("/co-quan/KHONG-CO");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task CalendarLink_IsReadWithoutLogin_AndEndsWhenRenewedOrWithdrawn()
    {
        using var @operator = await _dashboard.VisitAsync(UserRole.Operator);
        using var stranger = await _dashboard.VisitAsync(null);
        var first = await PressAsync(@operator, "RenewFeed");
        using (var feed = await stranger.GetAsync(first))
        {
            Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8"), (feed.StatusCode, feed.Content.Headers.ContentType!.ToString()));
            var file = await feed.Content.ReadAsStringAsync();
            Assert.StartsWith("BEGIN:VCALENDAR\r\n", file, StringComparison.Ordinal);
            Assert.Contains("Số hóa hồ sơ còn hiệu lực", file, StringComparison.Ordinal);
            Assert.DoesNotContain("Rà soát văn bản", file, StringComparison.Ordinal);
        }

        var second = await PressAsync(@operator, "RenewFeed");
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK], [await StatusAsync(stranger, first), await StatusAsync(stranger, second)]);

        Assert.Equal("", await PressAsync(@operator, "WithdrawFeed"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, second));
        Assert.Contains(await _dashboard.Services.GetRequiredService<AuditTrail>()
            .ListAsync(), entry => entry is { Person: "operator", Action: "Agency.RenewFeed", Subject: Home });
    }

    [Fact]
    public async Task Viewer_SeesNoLink_AndNoFormToMakeOne()
    {
        using var @operator = await _dashboard.VisitAsync(UserRole.Operator);
        Assert.NotEqual("", await PressAsync(@operator, "RenewFeed"));
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.Empty((await viewer.PageAsync(Home)).QuerySelectorAll("main form[method=post], code"));
    }

    [Theory]
    [InlineData("/lich/1.ics")]
    [InlineData("/lich/SNV.ics")]
    [InlineData("/lich/%27%20OR%201=1.ics")]
    public async Task UnknownLink_IsNotFound_AndAsksForNoLogin(string address)
    {
        using var stranger = await _dashboard.VisitAsync(null);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, address));
    }

    /// <returns>The path of the link the page then shows; empty when it shows none.</returns>
    private static async Task<string> PressAsync(Visitor visitor, string handler)
    {
        using var answer = await visitor.PostAsync($"{Home}?handler={handler}", Home);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (await visitor.PageAsync(Home)).QuerySelector("code")?.TextContent is { } link ? new Uri(link).AbsolutePath : "";
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        return answer.StatusCode;
    }

    [Theory]
    [InlineData(UserRole.Operator, HttpStatusCode.OK)]
    [InlineData(UserRole.Viewer, HttpStatusCode.Forbidden)]
    public async Task OfficialLetter_IsMadeForOperators(UserRole role, HttpStatusCode status)
    {
        await _dashboard.PutTestBoardAsync();
        using var person = await _dashboard.VisitAsync(role);
        var late = (await person.PageAsync("/co-quan")).QuerySelectorAll("table tbody tr").Select(row => row.QuerySelector("a")!.GetAttribute("href")!).First();
        using var made = await person.GetAsync(late + "/cong-van.docx");
        Assert.Equal(status, made.StatusCode);
        if (status == HttpStatusCode.OK)
        {
            var bytes = await made.Content.ReadAsByteArrayAsync();
            Assert.Equal("PK"u8.ToArray(), bytes[..2]);
            Assert.EndsWith(".docx", made.Content.Headers.ContentDisposition!.FileNameStar
                ?? made.Content.Headers.ContentDisposition.FileName!.Trim('"'), StringComparison.Ordinal);
            Assert.Contains("Tạo công văn đôn đốc", (await person.PageAsync(late)).Body!.TextContent, StringComparison.Ordinal);
        }
        else
        {
            Assert.DoesNotContain("Tạo công văn", (await person.PageAsync(late)).Body!.TextContent, StringComparison.Ordinal);
        }
    }
}
