using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>Vietnamese or English (ngôn ngữ), kept in a cookie.</summary>
[ActionBy(UserRole.Viewer)]
public sealed class LanguageModel : PageModel
{
    public IActionResult OnPost(string? language, string? back)
    {
        var cookie =
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true };
        Response.Cookies.Append(ViewLocalizer.Cookie, language == "en" ? "en" : "vi", cookie);
        return Url.IsLocalUrl(back) ? LocalRedirect(Request.PathBase + back) : RedirectToPage("/Index");
    }
}
