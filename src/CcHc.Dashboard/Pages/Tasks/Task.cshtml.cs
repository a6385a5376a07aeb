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
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Tasks;

/// <summary>What an agency's accepted report says of its part.</summary>
public sealed record TaskReport(string AgencyName, string Period, ReportedTask Said);

/// <summary>One task (nhiệm vụ): its words, how they were read, how each agency stands, and who was or will be reminded.</summary>
public sealed class TaskModel(OfficeSnapshotCache office, JobsFile settings, ReminderHistory history, SubmittedFiles submissions, AnswerStore answers)
    : PageModel
{
    public const int PastShown = 100;

    /// <summary>A task of every commune is asked of too many for their reports to be opened here.</summary>
    private const int AgenciesWithReports = 20;

    public RegisterTask Asked { get; private set; } = null!;

    public IReadOnlyList<ReminderOutlook> Outlooks { get; private set; } = [];

    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];

    /// <summary>Of its row.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<PastReminder> Past { get; private set; } = [];

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
        Past = await history.OfTaskAsync(Asked.Key, cancellationToken);
        Outlooks = ReminderOutlook.Of(rows, ReminderOutlook.PolicyOf(settings, now), Past.Select(past => past.Key).ToHashSet(), now);
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
