using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests;

public sealed class IndexPageTest : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-dashboard-").FullName;
    private readonly HttpClient _browser = new();
    private Database _database = null!;
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _database = Database.Sqlite(Path.Combine(_folder, "cchc.db"));
        await _database.MigrateAsync(TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new RunLog(_database, TimeProvider.System)).AddSingleton(new Outbox(_database, TimeProvider.System)).AddCcHcDashboard();
        _app = builder.Build();
        _app.UseCcHcDashboard();
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Page_SaysHowToBegin_BeforeTheFirstRun() => Assert.Contains("Chưa có lần chạy nào", (await PageAsync()).Body!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Page_SaysWhatTheLastRunDid()
    {
        var log = _app.Services.GetRequiredService<RunLog>();
        var ticket = await log.TryStartAsync("remind", "1", new DateOnly(2026, 6, 15), "may-chu", TimeSpan.FromHours(1));
        await log.FinishAsync(ticket!, new JobOutcome(JobResult.DoneWithFindings, "110 tasks read.", new Dictionary<string, int> { ["tasks"] = 110, ["not_reminded_done"] = 7 }));

        var last = (await PageAsync()).QuerySelector("section.last")!.TextContent;

        Assert.Contains("remind, ngày xét 15/06/2026 – xong, có cảnh báo", last, StringComparison.Ordinal);
        Assert.Contains("110", last, StringComparison.Ordinal);
        Assert.DoesNotContain("not_reminded", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ListsLetters_AndEscapesTheirSubjects()
    {
        await _app.Services.GetRequiredService<Outbox>().QueueAsync(
            new OutgoingMail("<a@b>", ["stp@x.example"], "<b>Nhắc</b> Sở Tư pháp", "<p>x</p>", "x", []), new LetterInfo("reminder", "STP"), []);

        var page = await PageAsync();

        Assert.Contains("chờ gửi: 1", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b>Nhắc</b> Sở Tư pháp", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("td b"));
    }

    [Fact]
    public async Task Page_ForbidsEverythingItDoesNotNeed()
    {
        using var response = await _browser.GetAsync(_app.Urls.First());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private async Task<IDocument> PageAsync()
    {
        var html = await _browser.GetStringAsync(_app.Urls.First());
        return await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }
}
