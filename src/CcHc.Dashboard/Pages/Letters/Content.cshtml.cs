using CcHc.Adapters.Storage.Outbox;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Letters;

/// <summary>What a letter looks like to its addressee (nội dung thư).</summary>
public sealed class LetterContentModel(OutboxStore outbox) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) =>
        await outbox.FindAsync(id, cancellationToken) is { HasWords: true } letter ? ForeignContent.Show(Response, letter.Html) : NotFound();
}
