using CcHc.Adapters.Storage;
using CcHc.Dashboard.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>Ends the session (đăng xuất), and with it every other of the same person: a cookie that was copied is worth nothing any more.</summary>
[ActionBy(PersonRole.Viewer)]
public sealed class LogoutModel(People people) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await people.EndSessionsAsync(User.NameOf(), cancellationToken);
        await HttpContext.SignOutAsync(Login.Scheme);
        return RedirectToPage("/Login");
    }
}
