using CcHc.Adapters.Storage;
using CcHc.Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Jobs;

/// <summary>One run and what it told of itself (nhật ký một lần chạy).</summary>
public sealed class RunModel(RunLog log, Outbox outbox, IEnumerable<RunLinks> links, TimeProvider clock) : PageModel
{
    public LoggedRun Run { get; private set; } = null!;

    /// <summary>Deliveries it wrote.</summary>
    public int Letters { get; private set; }

    /// <summary>The same run on the pages of what executed it; null where it has none.</summary>
    public string? Elsewhere { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>So far, of one still going.</summary>
    public TimeSpan Duration => (Run.FinishedAt ?? Now) - Run.StartedAt;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(id, cancellationToken) is not { } run)
        {
            return NotFound();
        }

        Run = run;
        Elsewhere = links.Select(link => link.Of(run)).FirstOrDefault(address => address is not null);
        Letters = await outbox.CountAsync(new DeliveryFilter(RunId: run.Id), cancellationToken);
        return Page();
    }
}
