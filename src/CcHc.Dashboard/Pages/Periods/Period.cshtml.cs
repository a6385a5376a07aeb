using System.Globalization;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Jobs;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>One period (một kỳ báo cáo): each agency's report, every file, what was written of them, and the decisions a person may take.</summary>
public sealed class PeriodModel(
    ReportPeriods periods, SubmittedFiles submissions, SkimmedFiles skimmed, ReportPapers papers, ReportOutputs outputs, ReportEvents events,
    PeriodDecisions decisions, RunQueue queue, OfficeSnapshotCache office, JobsFile settings) : PageModel
{
    /// <summary>A province has fewer agencies; a country's list would take a browser seconds.</summary>
    private const int AgenciesOnPage = 200;

    private const int FilesOnPage = 100;

    /// <summary>In an address: which page of the files.</summary>
    private const string FilePage = "tep";

    public PeriodView View { get; private set; } = null!;

    public PagedList<AgencySubmission> HandIns { get; private set; } = null!;

    public OfficeStatus Office { get; private set; } = null!;

    public bool IsDue { get; private set; }

    /// <summary>The latest first.</summary>
    public PagedList<SubmittedFile> Files { get; private set; } = null!;

    /// <summary>Sent beside the forms.</summary>
    public IReadOnlyList<ReportPaper> Papers { get; private set; } = [];

    public IReadOnlyList<StoredOutput> Outputs { get; private set; } = [];

    public IReadOnlyList<ReportEvent> Events { get; private set; } = [];

    /// <summary>Null when jobs.yml has no job that assembles periods.</summary>
    public string? AssembleJob => settings.Jobs.FirstOrDefault(job => job is { Duty: JobDuty.AssemblePeriod, IsEnabled: true })?.Name;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await periods.FindAsync(code, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        var now = Office = await office.NowAsync(cancellationToken);
        var received = await submissions.GlanceAsync(code, cancellationToken);
        View = PeriodView.Of(stored, settings.Regime, await periods.GlanceFormsAsync(cancellationToken), received, now);
        IsDue = View.IsDue(now.Today);
        HandIns = await HandInsAsync(received, cancellationToken);
        Files = PagedList<SubmittedFile>.PageOf([.. received.Reverse()], Request.Query.Number(FilePage, 1, int.MaxValue) ?? 1, FilesOnPage);
        Files = Files with { Rows = await skimmed.OfAsync(Files.Rows, cancellationToken) };
        Papers = await papers.ListAsync(code, cancellationToken);
        Outputs = [.. (await outputs.ListAsync(code, cancellationToken)).Reverse()];
        Events = await events.ListAsync(code, cancellationToken: cancellationToken);
        return Page();
    }

    public Pager PagerOf<T>(PagedList<T> list, string place) =>
        Pager.Of(list, "/Periods/Period",
            QueryParameters.Address(("code", View.Code), (Pager.Usual, Written(HandIns.Page)), (FilePage, Written(Files.Page)))) with
        {
            Number = place == FilePage ? FilePage : Pager.Usual, Place = place,
        };

    private static string Written(int page) => page == 1 ? "" : page.ToString(CultureInfo.InvariantCulture);

    /// <summary>Only the reports of this page's agencies are opened, to tell which of them are not complete.</summary>
    private async Task<PagedList<AgencySubmission>> HandInsAsync(IReadOnlyList<SubmittedFile> received, CancellationToken cancellationToken)
    {
        var page = PagedList<AgencySubmission>.PageOf(View.HandIns, Request.Query.Page(), AgenciesOnPage);
        var agencies = page.Rows.Select(one => one.Agency).ToList();
        var codes = agencies.Select(agency => agency.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = received.Where(file => codes.Contains(file.AgencyCode)).ToLookup(file => file.State == SubmissionState.Accepted);
        var counted = await skimmed.OfAsync([.. own[true]], cancellationToken);
        return page with
        {
            Rows = AgencySubmissions.Of(agencies, counted.Concat(own[false]), View.Due, Office.Calendar, Office.Today, Office.LeastAnsweredPercent),
        };
    }

    public Task<IActionResult> OnPostExcludeAsync(string code, string? file, string? hash, string? reason, CancellationToken cancellationToken) =>
        DecideAsync(code, reason, why => decisions.ExcludeAsync(code, file ?? "", hash ?? "", User.SignatureOf(), why, cancellationToken),
            "Đã loại tệp ra; bản trước đó, nếu có, được dùng lại.");

    public Task<IActionResult> OnPostIncludeAsync(string code, string? file, string? hash, string? reason, CancellationToken cancellationToken) =>
        DecideAsync(code, reason, why => decisions.IncludeAsync(code, file ?? "", hash ?? "", User.SignatureOf(), why, cancellationToken), "Đã nhận lại tệp.");

    public Task<IActionResult> OnPostReopenAsync(string code, string? reason, CancellationToken cancellationToken) =>
        DecideAsync(code, reason, why => decisions.ReopenAsync(code, User.SignatureOf(), why, cancellationToken),
            "Đã mở lại kỳ; tệp đến sau khi chốt nay được dùng.");

    public Task<IActionResult> OnPostAssembleAsync(string code, string? reason, CancellationToken cancellationToken) =>
        AskAsync(code, reason, false, cancellationToken);

    [ActionBy(UserRole.Admin)]
    public Task<IActionResult> OnPostCloseAsync(string code, string? reason, CancellationToken cancellationToken) =>
        AskAsync(code, reason, true, cancellationToken);

    private async Task<IActionResult> DecideAsync(string code, string? reason, Func<string, Task<Decision>> decide, string done)
    {
        if (this.HasReason(reason, out var why))
        {
            switch ((await decide(why)).Obstacle)
            {
                case DecisionObstacle.None: this.SetStatusMessage(done); break;
                case DecisionObstacle.PeriodIsClosed: this.TellTrouble("Chưa làm: kỳ đã chốt, hãy mở lại kỳ trước."); break;
                case DecisionObstacle.PeriodIsOpen: this.TellTrouble("Chưa làm: kỳ không ở trạng thái đã chốt."); break;
                default: this.TellTrouble("Chưa làm: tệp này không còn ở tình trạng đó, hãy xem lại danh sách."); break;
            }
        }

        return RedirectToPage(new { code });
    }

    /// <summary>Assembling and closing read every workbook, so a worker does it: the page only leaves the request.</summary>
    private async Task<IActionResult> AskAsync(string code, string? reason, bool isClosing, CancellationToken cancellationToken)
    {
        if (await periods.FindAsync(code, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        if (AssembleJob is not { } job)
        {
            this.TellTrouble("Chưa làm: jobs.yml không có công việc tổng hợp báo cáo kỳ.");
        }
        else if (isClosing && stored.IsClosed)
        {
            this.TellTrouble("Chưa làm: kỳ đã chốt, hãy mở lại kỳ trước.");
        }
        else if (this.HasReason(reason, out var why))
        {
            var ask = new PeriodCommand(stored.Period, User.SignatureOf(), why, IsClosing: isClosing);
            var asked = await queue.AskAsync(job, User.NameOf(), ask.Write(), cancellationToken: cancellationToken);
            this.SetStatusMessage(asked.IsNew ? "Đã ghi yêu cầu; dịch vụ làm trong ít phút, kết quả hiện ở trang này."
                : "Yêu cầu này còn đang chờ; không ghi thêm.");
        }

        return RedirectToPage(new { code });
    }
}
