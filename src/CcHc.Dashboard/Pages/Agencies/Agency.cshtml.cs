using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Agencies;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Pages.Periods;
using CcHc.Dashboard.Pages.Tasks;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Agencies;

/// <summary>One agency (cơ quan): how it stands, whom to ask, its letters, its reports, its calendar link.</summary>
public sealed class AgencyModel(OfficeSnapshotCache office, JobsFile settings, OutboxStore outbox, SubmissionTimes owed, CalendarFeeds feeds) : PageModel
{
    public const int LettersShown = 30;

    public Agency Agency { get; private set; } = null!;

    public OfficeStatus Office { get; private set; } = null!;

    public StatusCounts Counts { get; private set; } = StatusCounts.Nothing;

    /// <summary>What to do first.</summary>
    public IReadOnlyList<TaskRow> Worst { get; private set; } = [];

    public IReadOnlyList<DeliverySummary> Letters { get; private set; } = [];

    public IReadOnlyList<AgencyReport> Reports { get; private set; } = [];

    /// <summary>
    /// Where a calendar program fetches the due days; null while there is no link, and for viewers: it goes on working for who may no longer log in.
    /// </summary>
    public string? FeedAddress { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
        {
            return NotFound();
        }

        Counts = Office.Summary.OfAgency(code);
        Worst = [.. Office.Tasks.All(new TaskFilter { Agency = code }).Where(row => row.Group is StatusGroup.Overdue or StatusGroup.DueSoon).Take(10)];
        Letters = await outbox.ListOfAgencyAsync(code, LettersShown, cancellationToken);
        Reports = [.. ReportRecord.Of(await owed.ListAsync(code, cancellationToken), settings.Regime, Office)];
        FeedAddress = User.MayAct(UserRole.Operator) && await feeds.SecretOfAsync(code, cancellationToken) is { } secret
            ? $"{Request.Scheme}://{Request.Host}{Request.PathBase}/lich/{secret}.ics" : null;
        return Page();
    }

    public async Task<IActionResult> OnPostRenewFeedAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
        {
            return NotFound();
        }

        await feeds.RenewAsync(code, cancellationToken);
        return Redirect(Url.Page("/Agencies/Agency", new { code }) + "#lien-ket-lich");
    }

    public async Task<IActionResult> OnPostWithdrawFeedAsync(string code, CancellationToken cancellationToken)
    {
        await feeds.WithdrawAsync(code, cancellationToken);
        return await FindAsync(code, cancellationToken) ? Redirect(Url.Page("/Agencies/Agency", new { code }) + "#lien-ket-lich") : NotFound();
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        Office = await office.NowAsync(cancellationToken);
        Agency = Office.Board.Agencies.FirstOrDefault(agency => agency.Code == code)!;
        return Agency is not null;
    }
}
