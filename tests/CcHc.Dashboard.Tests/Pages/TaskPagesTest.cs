using System.Net;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Agencies;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class TaskPagesTest : IAsyncLifetime
{
    private readonly TestDashboard _dashboard = new();
    private DateOnly _today;

    public async Task InitializeAsync()
    {
        await _dashboard.StartAsync();
        _today = await _dashboard.PutTestBoardAsync();
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task Search_IgnoresAccents_AndKeepsItsWordsInTheField()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync("/nhiem-vu?tim=CONG+bo&co-quan=STP");

        Assert.Equal("1 việc. Xuất Excel", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("CONG bo", page.QuerySelector("input[name=tim]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("select[name=co-quan] option[value=STP][selected]"));
        Assert.Equal("/nhiem-vu/xuat.xlsx?tim=CONG%20bo&co-quan=STP", page.QuerySelector("[role=status] a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/nhiem-vu?trang=99999999999999999999&tu=x&xep=%27&so=%00")]
    [InlineData("/nhiem-vu?tim=%EF%BF%BF%F0%9F%98%80%5B&trang=7")]
    [InlineData("/nhiem-vu?tu=0001-01-01&den=9999-12-31&giam=1&xep=han")]
    [InlineData("/lich?thang=9999-12&co-quan=%3Cb%3E")]
    [InlineData("/so-theo-doi?so=..%2F..%2Fetc%2Fpasswd&muc=x&trang=-5")]
    [InlineData("/co-quan/SNV?x=1")]
    public async Task OddAddress_IsAnsweredWithAPage(string address)
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.NotNull((await viewer.PageAsync(address)).QuerySelector("h1"));
    }

    [Fact]
    public async Task Export_HoldsTheSameRowsAsTheList()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        using var answer = await viewer.GetAsync("/nhiem-vu/xuat.xlsx?tinh-trang=sap-den-han");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"nhiem-vu-{_today:yyyy-MM-dd}.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
        using var workbook = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();
        Assert.Contains("Công bố danh mục thủ tục", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("Số hóa hồ sơ", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_TellsItsWordsReadingFindingsAndStanding_AsText()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync("/nhiem-vu/" + IdOf(5));

        Assert.Empty(page.QuerySelectorAll("script"));
        var words = page.Body!.TextContent;
        Assert.Contains("Rà soát văn bản <script>alert(1)</script> hết hiệu lực", words, StringComparison.Ordinal);
        Assert.Contains("Hạn là ngày", words, StringComparison.Ordinal);
        Assert.Contains("Không hiểu thời hạn “31/02”.", words, StringComparison.Ordinal);
        Assert.Contains("Phụ lục 01, B5 (thời gian: ô F5)", words, StringComparison.Ordinal);
        Assert.Contains("Quá hạn", words, StringComparison.Ordinal);
        Assert.Contains("Chưa có lời nhắc nào.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_OfACountrysCommunes_IsListedByPages()
    {
        var agencies = Enumerable.Range(1, 201).Select(n => new Agency { Code = $"X{n:000}", Name = $"UBND xã {n:000}", Emails = ["x@x.example"] }).ToList();
        var (task, milestone) = (TestBoard.Task(6, "Công bố"), TestBoard.Owed(TestBoard.Task(6, ""), agencies[0], _today.AddDays(3)).Milestone);
        await _dashboard.Services.GetRequiredService<OfficeSnapshotStore>().PutAsync("cả nước", () => OfficeSnapshot.Of(
            _today, agencies.Select(agency => new Obligation(task, milestone, "m1", agency)), agencies, [], [], []));
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var (first, last) = (await viewer.PageAsync("/nhiem-vu/" + IdOf(6)), await viewer.PageAsync($"/nhiem-vu/{IdOf(6)}?trang=2"));

        Assert.Equal(200, first.QuerySelector("table")!.QuerySelectorAll("tbody tr").Length);
        Assert.Equal($"/nhiem-vu/{IdOf(6)}?trang=2#co-quan", first.QuerySelector("nav.pager a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("UBND xã 201", Assert.Single(last.QuerySelector("table")!.QuerySelectorAll("tbody tr")).Children[0].TextContent.Trim());
    }

    [Fact]
    public async Task Task_TellsWhoWasRemindedWhen_AndWhatBecameOfTheLetter()
    {
        var key = new ReminderKey($"{TestBoard.Plan}#6", "m1", _today.AddDays(3), "T-7", "STP");
        await _dashboard.Services.GetRequiredService<OutboxStore>()
            .QueueAsync(new OutgoingMail("<a@x.test>", ["stp@x.example"], "Nhắc việc", "<p>a</p>", "a", []), new LetterInfo("reminder", "STP"), [key]);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        var row = (await viewer.PageAsync("/nhiem-vu/" + IdOf(6))).QuerySelectorAll("table").Last().QuerySelector("tbody tr")!.TextContent;

        Assert.All(["Sở Tư pháp", "trước hạn 7 ngày làm việc", "stp@x.example", "chờ gửi"], part => Assert.Contains(part, row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nhiem-vu/ABCDEFGHJKLM")]
    [InlineData("/nhiem-vu/%27")]
    public async Task UnknownTask_IsNotFound(string address)
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        using var answer = await viewer.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string IdOf(int row) => TaskId.Of(TestBoard.Task(row, ""));
}
