using CcHc.Core.Reminders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Preview;

/// <summary>One letter as it would go (thư xem trước).</summary>
public sealed class PreviewLetterModel(LetterPreview letters) : PageModel
{
    public ReminderLetter Letter { get; private set; } = null!;

    /// <summary>The same address, for the page's own links.</summary>
    public Dictionary<string, string> Address => LetterPreview.Address(Request.Query);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await letters.FindAsync(Request.Query, cancellationToken) is not { } letter)
        {
            return NotFound();
        }

        Letter = letter;
        return Page();
    }
}
