using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Reports;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>A consolidated workbook that was written for a period (bản tổng hợp); of a closing one the bytes that were frozen.</summary>
public sealed class PeriodOutputModel(ReportOutputs outputs, SharedFolder folder) : PageModel
{

    public async Task<IActionResult> OnGetAsync(string code, int version, CancellationToken cancellationToken)
    {
        if ((await outputs.ListAsync(code, cancellationToken)).FirstOrDefault(one => one.Version == version) is not { } output)
        {
            return NotFound();
        }

        var name = output.File.Split('/')[^1];
        if (output.Kind == OutputKind.Closing)
        {
            return ForeignContent.Save(Response, await outputs.FrozenBytesAsync(code, version, cancellationToken), MediaTypes.Workbook, name);
        }

        // By its name alone: whatever the record says, nothing outside the period's own folder is read.
        var path = Path.Combine(folder.ConsolidatedOf(SafeFileName.Of(code)), name);
        return PlainFile.Read(path) is { } bytes ? ForeignContent.Save(Response, bytes, MediaTypes.Workbook, name) : NotFound();
    }
}
