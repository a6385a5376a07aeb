using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Chase;

/// <summary>One letter of a chase as its addressee would see it (nội dung thư đôn đốc).</summary>
public sealed class ChaseContentModel(OfficeSnapshotCache office, ChaseSelector selector) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (now, asked, agency) = (await office.NowAsync(cancellationToken), ChaseRequest.Read(Request.Query), Request.Query.Word(ChaseRequest.Letter));
        var isAsked = asked.Agencies.Count == 0 || asked.Agencies.Contains(agency);
        return isAsked && agency.Length > 0 && selector.Letters(now, asked, [agency]) is [var letter, ..]
            ? ForeignContent.Show(Response, letter.Html) : NotFound();
    }
}
