using CcHc.Adapters.Storage;
using CcHc.Dashboard.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>A dropped file as the agency saved it (tệp gốc).</summary>
[SeenBy(PersonRole.Operator)]
public sealed class PeriodSubmissionModel(Submissions submissions) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, string hash, CancellationToken cancellationToken) =>
        (await submissions.GlanceAsync(code, cancellationToken)).FirstOrDefault(report => report.Hash == hash) is { } report
            ? ForeignContent.Save(Response, await submissions.BytesAsync(report.File, report.Hash, cancellationToken), "application/octet-stream", report.File.Split('/')[^1])
            : NotFound();
}
