using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Auth;

/// <summary>Where a login through the identity provider begins and comes back to.</summary>
internal static class OpenIdRoutes
{
    public const string StartPath = "/dang-nhap/oidc";
    public const string BackPath = "/dang-nhap/oidc/ve";

    /// <summary>A longer way back would make an address that proxies cut.</summary>
    private const int LongestBack = 1_000;

    public static void Map(WebApplication app)
    {
        app.MapGet(StartPath, Start).AllowAnonymous().RequireRateLimiting(LoginPace.Name);
        // Answered by the authentication handler; stands here so that the pace counts for it, too.
        app.MapGet(BackPath, static () => Results.NotFound()).AllowAnonymous().RequireRateLimiting(LoginPace.Name);
    }

    private static IResult Start(HttpContext visit, string? returnUrl)
    {
        var back = returnUrl is { Length: <= LongestBack } && IsLocal(returnUrl) ? returnUrl : visit.Request.PathBase + "/";
        return Results.Challenge(new AuthenticationProperties { RedirectUri = back }, [OpenIdLogin.Scheme]);
    }

    private static bool IsLocal(string path) => path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl);
}
