using CcHc.Adapters.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Registers;

/// <summary>The latest health workbook to take away (sổ cảnh báo).</summary>
public sealed class HealthModel(HealthWorkbooks workbooks) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await workbooks.ReadLatestAsync(cancellationToken) is var (name, bytes)
        ? File(bytes, MediaTypes.Workbook, name)
        : NotFound();
}
