using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>Ends the session (đăng xuất), and with it every other of the same person: a cookie that was copied is worth nothing any more.</summary>
[ActionBy(UserRole.Viewer)]
public sealed class LogoutModel(UserStore people) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await people.EndSessionsAsync(User.NameOf(), cancellationToken);
        await HttpContext.SignOutAsync(Login.Scheme);
        return RedirectToPage("/Login");
    }
}
