using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>A dropped file as the agency saved it (tệp gốc).</summary>
[SeenBy(UserRole.Operator)]
public sealed class PeriodSubmissionModel(SubmittedFiles submissions, ReportPapers papers) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, string hash, CancellationToken cancellationToken)
    {
        if ((await submissions.GlanceAsync(code, cancellationToken)).FirstOrDefault(report => report.Hash == hash) is { } report)
        {
            return Save(await submissions.BytesAsync(report.File, report.Hash, cancellationToken), report.File);
        }

        return (await papers.ListAsync(code, cancellationToken)).FirstOrDefault(one => one.Hash == hash) is { } paper
            && await papers.BytesAsync(paper.File, paper.Hash, cancellationToken) is { } bytes
            ? Save(bytes, paper.File)
            : NotFound();
    }

    private IActionResult Save(byte[] bytes, string file) => ForeignContent.Save(Response, bytes, "application/octet-stream", file.Split('/')[^1]);
}
