using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Registers;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Plans;

/// <summary>The draft register of a plan to take away (sổ dự thảo), while it still lies in du-thao/.</summary>
public sealed class DraftModel(PlanImports imports, SharedFolder folder) : PageModel
{

    public async Task<IActionResult> OnGetAsync(string hash, CancellationToken cancellationToken)
    {
        // By its name alone: whatever the record says, nothing outside the drafts' own folder is read.
        var name = Path.GetFileName((await imports.FindAsync(hash, cancellationToken))?.Draft ?? "");
        return name.Length > 0 && PlainFile.Read(Path.Combine(folder.PlanDrafts, name)) is { } bytes
            ? ForeignContent.Save(Response, bytes, MediaTypes.Workbook, name) : NotFound();
    }
}
