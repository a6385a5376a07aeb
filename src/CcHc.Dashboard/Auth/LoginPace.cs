using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace CcHc.Dashboard.Auth;

/// <summary>
/// How often one address may try to log in (nhịp đăng nhập): checking a password costs the machine a good deal, and each try is written down.
/// </summary>
public static class LoginPace
{
    public const string Name = "login";

    /// <summary>An office behind one address comes to work at the same hour.</summary>
    public const int TriesAtOnce = 60;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Name, visit => IsTry(visit.Request)
            ? RateLimitPartition.GetFixedWindowLimiter(Whose(visit.Connection.RemoteIpAddress),
                static _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesAtOnce, Window = Window })
            : RateLimitPartition.GetNoLimiter(""));
    }

    /// <summary>To look at the form costs nothing; the provider's two steps are GETs that do.</summary>
    private static bool IsTry(HttpRequest request) => !HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments(OpenIdRoutes.StartPath);

    /// <summary>Of IPv6 the first half: the other half anybody may choose anew for each try.</summary>
    private static string Whose(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };
}
