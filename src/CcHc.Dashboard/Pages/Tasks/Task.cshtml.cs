using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Answers;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.Registers;
using CcHc.Dashboard.Pages.Preview;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Tasks;

/// <summary>What an agency's accepted report says of its part.</summary>
public sealed record TaskReport(string AgencyName, string Period, ReportedTask Said);

/// <summary>One task (nhiệm vụ): its words, how they were read, how each agency stands, and who was or will be reminded.</summary>
public sealed class TaskModel(
    OfficeSnapshotCache office, JobsFile settings, ReminderHistory history, SentLedger sent, SubmittedFiles submissions, AnswerStore answers) : PageModel
{
    public const int PastShown = 100;

    /// <summary>A province has fewer; when each of a country's is reminded next takes a second to work out.</summary>
    private const int AgenciesOnPage = 200;

    /// <summary>A task of every commune is asked of too many for their reports to be opened here.</summary>
    private const int AgenciesWithReports = 20;

    public RegisterTask Asked { get; private set; } = null!;

    public IReadOnlyList<ReminderOutlook> Outlooks { get; private set; } = [];

    /// <summary>Through the agencies.</summary>
    public Pager Pager { get; private set; } = null!;

    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];

    /// <summary>Of its row.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The latest.</summary>
    public IReadOnlyList<PastReminder> Past { get; private set; } = [];

    public int PastCount { get; private set; }

    public IReadOnlyList<TaskReport> Reports { get; private set; } = [];

    /// <summary>What agencies answered of it, in the order they did.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; private set; } = [];

    public OfficeStatus Office { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var now = await office.NowAsync(cancellationToken);
        if (now.OfTask(id) is not [var first, ..] rows)
        {
            return NotFound();
        }

        Asked = first.Task;
        Office = now;
        Milestones = [.. rows.DistinctBy(row => (row.Obligation.MilestoneKey, row.Obligation.Milestone.Due)).Select(row => row.Obligation.Milestone)
            .OrderBy(milestone => milestone.Due ?? DateOnly.MaxValue)];
        Findings = [.. now.Board.Findings.Where(IsOfThisRow)];
        Past = await history.OfTaskAsync(Asked.Key, PastShown, cancellationToken);
        PastCount = Past.Count < PastShown ? Past.Count : await history.CountOfTaskAsync(Asked.Key, cancellationToken);
        var shown = PagedList<TaskRow>.PageOf(rows, Request.Query.Page(), AgenciesOnPage);
        Pager = Pager.Of(shown, "/Tasks/Task", QueryParameters.Address(("id", id))) with { Place = "co-quan" };
        var reminded = await sent.OfTaskAsync(Asked.Key, [.. shown.Rows.Select(row => row.Obligation.Agency.Code).Distinct(StringComparer.Ordinal)],
            cancellationToken);
        Outlooks = ReminderOutlook.Of(shown.Rows, ReminderOutlook.PolicyOf(settings, now), reminded, now);
        Reports = await ReportsAsync(rows, cancellationToken);
        Answers = await answers.OfTaskAsync(Asked.Key, cancellationToken);
        return Page();
    }

    private bool IsOfThisRow(Finding finding) =>
        finding.File == Asked.Place.File && finding.Sheet == Asked.Place.Sheet && finding.Cell is { } cell
        && cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ").SequenceEqual(Asked.Place.TaskCell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"));

    private async Task<IReadOnlyList<TaskReport>> ReportsAsync(IReadOnlyList<TaskRow> rows, CancellationToken cancellationToken)
    {
        var reports = new List<TaskReport>();
        var byAgency = rows.Where(row => !row.Obligation.Agency.IsUnresolved).ToLookup(row => row.Obligation.Agency.Code, StringComparer.Ordinal);
        if (byAgency.Count > AgenciesWithReports)
        {
            return reports;
        }

        foreach (var agency in byAgency)
        {
            var keys = agency.Select(row => ObligationKey.Of(row.Obligation)).ToHashSet(StringComparer.Ordinal);
            foreach (var report in await submissions.AcceptedOfAsync(agency.Key, cancellationToken))
            {
                reports.AddRange(report.Reading.Submission!.Tasks.Where(said => keys.Contains(said.RowKey) && said.StatusText.Length > 0)
                    .Select(
                        said => new TaskReport(Office.NameOf(agency.Key), settings.Regime.Period(report.PeriodCode)?.Name
                            ?? report.PeriodCode, said)));
            }
        }

        return reports;
    }
}
