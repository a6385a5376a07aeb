using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Jobs;

/// <summary>One run and what it told of itself (nhật ký một lần chạy).</summary>
public sealed class RunModel(RunLog log, OutboxStore outbox, JobPlans plans, JobsFile office, IEnumerable<RunLinks> links, IEnumerable<NextRuns> hosts,
    TimeProvider clock) : PageModel
{
    public LoggedRun Run { get; private set; } = null!;

    /// <summary>Deliveries it wrote.</summary>
    public int Letters { get; private set; }

    /// <summary>The same run on the pages of what executed it; null where it has none.</summary>
    public string? Elsewhere { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>When it is tried again, or the job runs next; null when nothing is planned.</summary>
    public DateTimeOffset? NextTry { get; private set; }

    public bool HasFailed => Run.Outcome?.Result == JobResult.Failed || RunLabels.IsLost(Run, Now);

    /// <summary>So far, of one still going.</summary>
    public TimeSpan Duration => (Run.FinishedAt ?? Now) - Run.StartedAt;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(id, cancellationToken) is not { } run)
        {
            return NotFound();
        }

        Run = run;
        NextTry = await NextTryAsync(run, cancellationToken);
        Elsewhere = links.Select(link => link.Of(run)).FirstOrDefault(address => address is not null);
        Letters = await outbox.CountAsync(new DeliveryFilter(RunId: run.Id), cancellationToken);
        return Page();
    }

    /// <summary>By the job's rule of retries; when they are used up, by its schedule.</summary>
    private async Task<DateTimeOffset?> NextTryAsync(LoggedRun run, CancellationToken cancellationToken)
    {
        var job = office.Jobs.FirstOrDefault(one => one.Name == run.Job && one.IsEnabled);
        var next = await NextRuns.ReadAsyncOf(hosts, await plans.ListAsync(cancellationToken), cancellationToken);
        var planned = next.TryGetValue(run.Job, out var time) ? time : (DateTimeOffset?)null;
        var again = job is not null && run.FinishedAt is { } finished && run.Attempt <= job.Retry.Times
            ? finished + job.Retry.PauseBefore(run.Attempt) : (DateTimeOffset?)null;
        return again > Now && !(planned < again) ? again : planned;
    }
}
