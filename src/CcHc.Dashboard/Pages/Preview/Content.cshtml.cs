using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Preview;

/// <summary>What a letter would look like to its addressee (nội dung thư xem trước).</summary>
public sealed class PreviewContentModel(LetterPreview letters) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await letters.FindAsync(Request.Query, cancellationToken) is { } letter ? ForeignContent.Show(Response, letter.Html) : NotFound();
}
