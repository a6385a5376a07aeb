using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>A dropped file as the agency saved it (tệp gốc).</summary>
[SeenBy(UserRole.Operator)]
public sealed class PeriodSubmissionModel(SubmittedFiles submissions) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, string hash, CancellationToken cancellationToken) =>
        (await submissions.GlanceAsync(code, cancellationToken)).FirstOrDefault(report => report.Hash == hash) is { } report
            ? ForeignContent.Save(Response, await submissions.BytesAsync(report.File, report.Hash, cancellationToken), "application/octet-stream", report.File.Split('/')[^1])
            : NotFound();
}
