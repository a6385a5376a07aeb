using CcHc.Adapters.Storage.Mailbox;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Answers;

/// <summary>A file that came with a message (tệp kèm thư đến), to be saved and never shown; whatever it says it is.</summary>
public sealed class IncomingFileModel(IncomingMailStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, int place, CancellationToken cancellationToken) =>
        await store.FileAsync(id, place, cancellationToken) is { Bytes.Length: > 0 } file
            ? ForeignContent.Save(Response, file.Bytes, "application/octet-stream", file.Name) : NotFound();
}
