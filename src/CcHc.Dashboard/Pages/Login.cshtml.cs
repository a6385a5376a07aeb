using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CcHc.Dashboard.Pages;

/// <summary>The one page for everybody (đăng nhập).</summary>
[AllowAnonymous, EnableRateLimiting(LoginPace.Name)]
public sealed class LoginModel(Login login, UserStore people, MachineSettings machine) : PageModel
{
    /// <summary>Where the visitor wanted to go; only within these pages.</summary>
    public string Back { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Problem { get; private set; }

    /// <summary>The office has an identity provider of its own.</summary>
    public bool HasProvider => machine.OpenId is not null;

    public bool HasNobody { get; private set; }

    public async Task OnGetAsync(string? returnUrl, CancellationToken cancellationToken) =>
        (Back, HasNobody) = (returnUrl ?? "", (await people.ListAsync(cancellationToken)).Count == 0);

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? back)
    {
        Problem = await login.TryAsync(HttpContext, name ?? "", password ?? "");
        if (Problem is null)
        {
            return Url.IsLocalUrl(back) ? LocalRedirect(back) : RedirectToPage("/Index");
        }

        (Back, Name) = (back ?? "", name ?? "");
        return Page();
    }
}
