using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Calendars;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Jobs;

/// <summary>The jobs, when they run next and how they ran (công việc): run one now, pause one until a day.</summary>
public sealed class JobsModel(JobPlans plans, RunLog log, RunQueue queue, JobsFile office, IEnumerable<NextRuns> hosts, TimeProvider clock) : PageModel
{
    private const int LongestPauseDays = 366;

    public RunQuery Query { get; private set; } = new();

    public IReadOnlyList<JobPlan> Plans { get; private set; } = [];

    public IReadOnlyDictionary<string, DateTimeOffset> Next { get; private set; } = new Dictionary<string, DateTimeOffset>();

    public IReadOnlyDictionary<string, LoggedRun> Latest { get; private set; } = new Dictionary<string, LoggedRun>();

    /// <summary>Jobs asked for that no worker has taken yet.</summary>
    public IReadOnlySet<string> Asked { get; private set; } = new HashSet<string>();

    public PagedList<LoggedRun> Found { get; private set; } = null!;

    public Pager Pager => Pager.Of(Found, "/Jobs/Index", Query.ToAddress());

    /// <summary>While a job runs or is asked for, the page looks again by itself.</summary>
    public const int SecondsBetweenLooks = 10;

    public bool IsAnythingRunning => Asked.Count > 0 || Latest.Values.Any(run => run.FinishedAt is null && !RunLabels.IsLost(run, Now));

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public DateOnly Today => OfficeTime.DayOf(Now);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Query = RunQuery.Read(Request.Query);
        var filter = Query.ToFilter();
        Plans = await plans.ListAsync(cancellationToken);
        Next = await NextRuns.ReadAsyncOf(hosts, Plans, cancellationToken);
        Latest = await log.LatestAsync(cancellationToken);
        Asked = await queue.WaitingAsync(cancellationToken);
        Found = await PagedList<LoggedRun>.ReadAsync(
            await log.CountAsync(filter, cancellationToken), Query.Page, RunQuery.PageSize,
            (skip, limit) => log.SearchAsync(filter, skip, limit, cancellationToken));
    }

    public async Task<IActionResult> OnPostRunAsync(string? job, CancellationToken cancellationToken)
    {
        if (!IsJob(job))
        {
            return NotFound();
        }

        var asked = await queue.AskAsync(job!, User.NameOf(), cancellationToken: cancellationToken);
        this.SetStatusMessage(asked.IsNew ? "Đã ghi yêu cầu; dịch vụ chạy việc này trong ít giây."
            : "Yêu cầu trước của việc này còn đang chờ hoặc đang chạy; không ghi thêm.");
        return RedirectToPage("/Jobs/Index");
    }

    /// <param name="until">The last day of the pause, included.</param>
    public async Task<IActionResult> OnPostPauseAsync(string? job, DateOnly? until, string? reason, CancellationToken cancellationToken)
    {
        if (!IsJob(job))
        {
            return NotFound();
        }

        if (until is not { } last || last < Today || last.DayNumber - Today.DayNumber > LongestPauseDays)
        {
            this.TellTrouble("Chưa tạm dừng: chọn một ngày từ hôm nay đến một năm nữa.");
        }
        else if (this.HasReason(reason, out var why))
        {
            await plans.PauseAsync(job!, OfficeTime.StartOf(last.AddDays(1)), User.SignatureOf(), why, cancellationToken);
            this.SetStatusMessage("Đã tạm dừng công việc.");
        }

        return RedirectToPage("/Jobs/Index");
    }

    public async Task<IActionResult> OnPostResumeAsync(string? job, CancellationToken cancellationToken)
    {
        if (!IsJob(job))
        {
            return NotFound();
        }

        this.SetStatusMessage(await plans.ResumeAsync(job!, cancellationToken) ? "Công việc chạy lại theo lịch." : "Công việc không bị tạm dừng.");
        return RedirectToPage("/Jobs/Index");
    }

    /// <summary>A job that jobs.yml has switched off is not run from here either.</summary>
    private bool IsJob(string? job) => office.Jobs.Any(one => one.Name == job && one.IsEnabled);
}
