using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Letters;

/// <summary>A file that went with a letter (tệp đính kèm).</summary>
public sealed class LetterAttachmentModel(OutboxStore outbox) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, int place, CancellationToken cancellationToken) =>
        await outbox.AttachmentAsync(id, place, cancellationToken) is { } file
            ? ForeignContent.Save(Response, file.Packed(), file.MediaType, file.FileName) : NotFound();
}
