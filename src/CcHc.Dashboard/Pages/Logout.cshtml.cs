using CcHc.Adapters.Storage;
using CcHc.Dashboard.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>Ends the session (đăng xuất).</summary>
[ActionBy(PersonRole.Viewer)]
public sealed class LogoutModel : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(Login.Scheme);
        return RedirectToPage("/Login");
    }
}
