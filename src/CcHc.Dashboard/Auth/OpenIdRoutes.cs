using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CcHc.Adapters.Storage.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Auth;

/// <summary>The two steps of logging in through the identity provider: there, and back with its answer. What is on its way is kept in the visitor's own sealed cookie.</summary>
internal static class OpenIdRoutes
{
    public const string StartPath = "/dang-nhap/oidc";
    private const string BackPath = "/dang-nhap/oidc/ve";
    private const string Cookie = "cchc-oidc";

    /// <summary>A longer way back would not fit into the cookie.</summary>
    private const int LongestBack = 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static void Map(WebApplication app)
    {
        app.MapGet(StartPath, StartAsync).AllowAnonymous().RequireRateLimiting(LoginPace.Name);
        app.MapGet(BackPath, ComeBackAsync).AllowAnonymous().RequireRateLimiting(LoginPace.Name);
    }

    private static async Task<IResult> StartAsync(HttpContext visit, OpenIdClient provider, IDataProtectionProvider protection, string? returnUrl)
    {
        var journey = new Journey(Random(), Random(), Random(), returnUrl is { Length: <= LongestBack } back ? back : "");
        visit.Response.Cookies.Append(Cookie, Seal(protection).Protect(JsonSerializer.Serialize(journey), Patience), Options(visit));
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(journey.Verifier)));
        var address = await provider.LoginAddressAsync(CallbackOf(visit), journey.State, journey.Nonce, challenge, visit.RequestAborted);
        return Results.Redirect(address.ToString());
    }

    private static async Task<IResult> ComeBackAsync(HttpContext visit, OpenIdClient provider, IDataProtectionProvider protection, UserStore people, AuditTrail audit, string? code, string? state)
    {
        var journey = Read(visit, protection);
        visit.Response.Cookies.Delete(Cookie, Options(visit));
        var address = visit.Connection.RemoteIpAddress?.ToString() ?? "";
        if (journey is null || code is null || state != journey.State)
        {
            await audit.WriteAsync("", "login-refused", "openid", "no login was under way", address, visit.RequestAborted);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var name = await provider.NameOfAsync(code, CallbackOf(visit), journey.Verifier, journey.Nonce, visit.RequestAborted);
        var person = name is null ? null : await people.FindAsync(name, visit.RequestAborted);
        if (person is null || person.IsDisabled)
        {
            await audit.WriteAsync(name ?? "", "login-refused", "openid", person is null ? "not in the list of people" : "disabled", address, visit.RequestAborted);
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        await audit.WriteAsync(person.Name, "login", "openid", address: address, cancellationToken: visit.RequestAborted);
        await people.NoteLoginAsync(person.Name, visit.RequestAborted);
        await visit.SignInAsync(Login.Scheme, Roles.ToPrincipal(person, Login.Scheme));
        return Results.LocalRedirect(IsLocal(journey.Back) ? journey.Back : visit.Request.PathBase + "/");
    }

    private static Journey? Read(HttpContext visit, IDataProtectionProvider protection)
    {
        try
        {
            return visit.Request.Cookies[Cookie] is { } sealedText ? JsonSerializer.Deserialize<Journey>(Seal(protection).Unprotect(sealedText)) : null;
        }
        catch (CryptographicException)
        {
            // Too old, or not ours: no login is under way.
            return null;
        }
    }

    private static ITimeLimitedDataProtector Seal(IDataProtectionProvider protection) => protection.CreateProtector("openid-journey").ToTimeLimitedDataProtector();

    private static CookieOptions Options(HttpContext visit) => new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = visit.Request.IsHttps, MaxAge = Patience };

    private static Uri CallbackOf(HttpContext visit) => new($"{visit.Request.Scheme}://{visit.Request.Host}{visit.Request.PathBase}{BackPath}");

    private static bool IsLocal(string path) => path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl);

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private sealed record Journey(string State, string Nonce, string Verifier, string Back);
}
