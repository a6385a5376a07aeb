using CcHc.Adapters.Storage.Mailbox;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Answers;

/// <summary>One message of the mailbox (một thư đến): its words as text, its files to be saved.</summary>
public sealed class IncomingMailModel(IncomingMailStore store) : PageModel
{
    public IncomingEntry Mail { get; private set; } = null!;

    public IReadOnlyList<IncomingFileEntry> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Mail, Files) = found;
        return Page();
    }
}
