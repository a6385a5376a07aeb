using System.Text;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Pages.Tasks;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Calendar;

/// <summary>An agency's due days for calendar programs, which cannot log in (lịch .ics): whoever has the secret link may read it.</summary>
[AllowAnonymous]
public sealed class FeedModel(CalendarFeeds feeds, OfficeSnapshotCache office) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken)
    {
        if (await feeds.AgencyOfAsync(secret, cancellationToken) is not { } code)
        {
            return NotFound();
        }

        var now = await office.NowAsync(cancellationToken);
        if (now is not { TakenAt: { } taken } || now.Board.Agencies.FirstOrDefault(agency => agency.Code == code) is not { } known)
        {
            return NotFound();
        }

        var owed = now.Tasks.All(new TaskFilter { Agency = code, Sort = TaskSort.Due }).Select(row => row.Assessed)
            .Concat(now.Reports.Where(report => report.Obligation.Agency.Code == code));
        return File(Encoding.UTF8.GetBytes(CalendarFile.Of(known.Name, owed, taken)), "text/calendar; charset=utf-8");
    }
}
