using System.Net;
using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class PeriodPagesTest : IAsyncLifetime
{
    private const string Period = "2026-Q1";
    private const string Page = "/ky-bao-cao/2026-Q1";

    private readonly TestDashboard _dashboard = new();

    public async Task InitializeAsync()
    {
        await _dashboard.StartAsync();
        await _dashboard.PutTestBoardAsync();
        foreach (var agency in new[] { "STP", "SNV" })
        {
            await Get<ReportPeriods>()
                .IssueAsync(
                    new StoredForm(new IssuedForm(Period, agency, FormLayout.Version, new DateOnly(2026, 3, 9), [], []), $"bieu-mau/{agency}.xlsx"), "An");
        }

        await DropAsync("bao-cao/2026-Q1/STP.xlsx", "a1", "STP", SubmissionState.Accepted);
        await DropAsync("bao-cao/2026-Q1/SNV <sai>.xlsx", "b2", "SNV", SubmissionState.Refused);
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task List_CountsWhoHandedIn()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var row = Assert.Single((await viewer.PageAsync("/ky-bao-cao")).QuerySelectorAll("table.periods tbody tr"));
        Assert.Equal(["Quá hạn, chưa chốt", "2", "1", "0", "1", "1"], row.Children.Skip(2).Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task Period_TellsEachAgencyEachFileAndItsFindings_AsText()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync(Page);

        var rows = page.QuerySelectorAll("table.handins tbody tr").Select(row => (row.Children[0].TextContent.Trim(), row.Children[1].TextContent.Trim()));
        Assert.Equal([("Sở Tư pháp", "Đúng hạn"), ("Sở Nội vụ", "Đã gửi nhưng bị từ chối")], rows);
        var refused = page.QuerySelectorAll("table.files tbody tr").First(row => row.TextContent.Contains("SNV <sai>.xlsx", StringComparison.Ordinal));
        Assert.Contains("Để trống <b>.", refused.QuerySelector("details li")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Period_ListsManyFilesByPages_TheLatestFirst_WithTheirFindings()
    {
        for (var n = 1; n <= 103; n++)
        {
            await DropAsync($"bao-cao/2026-Q1/SNV lần {n}.xlsx", $"c{n}", "SNV", SubmissionState.Refused);
        }

        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var (first, last) = (await viewer.PageAsync(Page), await viewer.PageAsync(Page + "?tep=2"));

        Assert.Equal((100, 5), (Rows(first).Count, Rows(last).Count));
        Assert.Equal(105, Rows(first).Concat(Rows(last)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(104, first.QuerySelectorAll("table.files details li").Length + last.QuerySelectorAll("table.files details li").Length);
        Assert.Equal("Các trang của tệp đã nhận", first.QuerySelector("nav.pager")!.GetAttribute("aria-label"));
        Assert.Equal($"{Page}?tep=2#tep", first.QuerySelector("nav.pager a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(2, first.QuerySelectorAll("table.handins tbody tr").Length);

        static List<string> Rows(AngleSharp.Dom.IDocument page) =>
            [.. page.QuerySelectorAll("table.files tbody tr td.address").Select(cell => cell.TextContent)];
    }

    [Fact]
    public async Task Operator_ExcludesAndIncludesAFile_UnderTheirOwnName()
    {
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        (string, string)[] file = [("file", "bao-cao/2026-Q1/STP.xlsx"), ("hash", "a1")];

        using var bare = await person.PostAsync($"{Page}?handler=Exclude", Page, file);
        Assert.Equal(SubmissionState.Accepted, await StateAsync("a1"));
        using var excluded = await person.PostAsync($"{Page}?handler=Exclude", Page, [.. file, ("reason", "bản nháp")]);
        Assert.Equal(SubmissionState.Excluded, await StateAsync("a1"));
        Assert.Contains(await Get<ReportEvents>()
            .ListAsync(Period), entry => entry is { What: "excluded", Person: "Người Operator (operator)", Reason: "bản nháp" });

        using var included = await person.PostAsync($"{Page}?handler=Include", Page, [.. file, ("reason", "không phải bản nháp")]);
        Assert.Equal(SubmissionState.Accepted, await StateAsync("a1"));

        using var again = await person.PostAsync($"{Page}?handler=Include", Page, [.. file, ("reason", "lần nữa")]);
        Assert.Contains("không còn ở tình trạng đó", (await person.PageAsync(Page)).QuerySelector(".said.trouble")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedPeriod_TakesNoDecisionUntilItIsReopened()
    {
        await CloseAsync();
        using var person = await _dashboard.VisitAsync(UserRole.Operator);

        using var refused =
            await person.PostAsync($"{Page}?handler=Exclude", Page, ("file", "bao-cao/2026-Q1/STP.xlsx"), ("hash", "a1"), ("reason", "bản nháp"));
        Assert.Equal(SubmissionState.Accepted, await StateAsync("a1"));
        using var reopened = await person.PostAsync($"{Page}?handler=Reopen", Page, ("reason", "bổ sung"));
        Assert.False((await Get<ReportPeriods>().FindAsync(Period))!.IsClosed);
    }

    [Fact]
    public async Task Assembling_IsLeftToAWorker_ClosingOnlyByAnAdministrator()
    {
        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        using var asked = await person.PostAsync($"{Page}?handler=Assemble", Page, ("reason", "xem thử"));
        using var refused = await person.PostAsync($"{Page}?handler=Close", Page, ("reason", "đủ"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        using var admin = await _dashboard.VisitAsync(UserRole.Admin);
        using var closing = await admin.PostAsync($"{Page}?handler=Close", Page, ("reason", "đủ báo cáo"));

        var wishes = await Get<RunQueue>().ListAsync();
        Assert.All(wishes, wish => Assert.Equal("assemble", wish.Job));
        Assert.Equal(
            [new PeriodCommand(Period, "Người Operator (operator)", "xem thử"),
                new PeriodCommand(Period, "Người Admin (admin)", "đủ báo cáo", IsClosing: true)],
            wishes.Select(wish => PeriodCommand.Read(wish.Ask)).OrderBy(ask => ask.IsClosing));
    }

    [Fact]
    public async Task Closing_IsNotAskedFor_WhenThePeriodIsClosed()
    {
        await CloseAsync();
        using var admin = await _dashboard.VisitAsync(UserRole.Admin);
        using var closing = await admin.PostAsync($"{Page}?handler=Close", Page, ("reason", "lần nữa"));
        Assert.Empty(await Get<RunQueue>().ListAsync());
    }

    [Fact]
    public async Task OriginalFile_IsForOperators_AndIsSavedNotShown()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        using var refused = await viewer.GetAsync($"{Page}/tep/a1");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        using var person = await _dashboard.VisitAsync(UserRole.Operator);
        using var file = await person.GetAsync($"{Page}/tep/a1");
        Assert.Equal(("attachment", "STP.xlsx"),
            (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal([1, 2, 3], await file.Content.ReadAsByteArrayAsync());
        using var elsewhere = await person.GetAsync("/ky-bao-cao/2026-6T/tep/a1");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Output_IsTheFrozenBytesOfAClosing_AndOtherwiseTheFileThatWasRecorded()
    {
        var folder = Get<SharedFolder>().ConsolidatedOf(Period);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "tong-hop-v2.xlsx"), "bản hai");
        await File.WriteAllTextAsync(Path.Combine(folder, "khac.xlsx"), "không ghi trong sổ");
        await CloseAsync();
        await PutAsync(2, OutputKind.AfterClosing, "tong-hop/2026-Q1/tong-hop-v2.xlsx");
        await PutAsync(3, OutputKind.AfterClosing, "../../../../etc/passwd");
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);

        Assert.Equal((HttpStatusCode.OK, "\u0007"), await ReadAsync(1));
        Assert.Equal((HttpStatusCode.OK, "bản hai"), await ReadAsync(2));
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(3)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(4)).Status);

        File.CreateSymbolicLink(Path.Combine(folder, "tong-hop-v5.xlsx"), Path.Combine(folder, "khac.xlsx"));
        await PutAsync(5, OutputKind.AfterClosing, "tong-hop/2026-Q1/tong-hop-v5.xlsx");
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(5)).Status);

        async Task<(HttpStatusCode Status, string Content)> ReadAsync(int version)
        {
            using var answer = await viewer.GetAsync($"{Page}/ban/{version}");
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private T Get<T>()
        where T : notnull => _dashboard.Services.GetRequiredService<T>();

    private async Task<SubmissionState> StateAsync(string hash) =>
        (await Get<SubmittedFiles>().GlanceAsync(Period)).Single(report => report.Hash == hash).State;

    private Task CloseAsync() => PutAsync(1, OutputKind.Closing, "tong-hop/2026-Q1/tong-hop-v1-chot.xlsx");

    private async Task PutAsync(int version, OutputKind kind, string file)
    {
        var counted = (await Get<SubmittedFiles>().GlanceAsync(Period)).Where(report => report.State == SubmissionState.Accepted)
            .Select(report => (report.File, report.Hash));
        var output = new StoredOutput { Period = Period, Version = version, Kind = kind, File = file, Hash = "abc", Inputs = [] };
        var closing = kind == OutputKind.Closing ? new PeriodClosing([.. counted], null) : null;
        var facts = PackedFacts.Of(new PeriodFacts(Period, "Quý I/2026", []));
        Assert.True(await Get<ReportOutputs>().PutAsync(output, facts, new byte[] { 7 }, "Chị Hoa", "đủ", closing));
    }

    private Task DropAsync(string file, string hash, string agency, SubmissionState state)
    {
        var isRefused = state == SubmissionState.Refused;
        var day = new DateTimeOffset(2026, 3, 16, 3, 0, 0, TimeSpan.Zero);
        return Get<SubmittedFiles>().PutAsync(
            new SubmittedFile
            {
                Reading = new SubmissionReading(
                    file, hash, Period, agency, isRefused ? null : new SubmissionContent(file, hash, Period, agency, [], [], []),
                    isRefused ? [new Finding(Severity.Error, "report-figure-blank", file, "Chỉ tiêu", "E7", "Để trống <b>.", "Ghi số.")] : []),
                SavedAt = day, ReceivedAt = day, State = state, Version = isRefused ? 0 : 1, Reason = "Lý do.", ChangedBy = "hệ thống",
            },
            new byte[] { 1, 2, 3 });
    }
}
