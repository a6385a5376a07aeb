using System.Security.Claims;
using CcHc.Adapters.Storage.Users;

namespace CcHc.Dashboard.Auth;

/// <summary>Roles as claims (vai trò).</summary>
public static class Roles
{
    public const string Viewer = "viewer";
    public const string Operator = "operator";
    public const string Admin = "admin";
    public const string StampClaim = "stamp";
    public const string FullNameClaim = "full-name";

    public static string Code(this UserRole role) => role.ToString().ToLowerInvariant();

    /// <summary>An administrator may do what an operator may, and so on.</summary>
    public static bool MayAct(this ClaimsPrincipal user, UserRole atLeast) => atLeast switch
    {
        UserRole.Viewer => user.Identity is { IsAuthenticated: true },
        UserRole.Operator => user.IsInRole(Operator) || user.IsInRole(Admin),
        _ => user.IsInRole(Admin),
    };

    public static string NameOf(this ClaimsPrincipal user) => user.Identity?.Name ?? "";

    public static string FullNameOf(this ClaimsPrincipal user) => user.FindFirst(FullNameClaim)?.Value ?? user.NameOf();

    /// <summary>How somebody stands in records: the full name, and the name to log in with beside it where they differ.</summary>
    public static string SignatureOf(this ClaimsPrincipal user) =>
        user.FullNameOf() == user.NameOf() ? user.NameOf() : $"{user.FullNameOf()} ({user.NameOf()})";

    internal static ClaimsPrincipal ToPrincipal(User person, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, person.Name), new Claim(ClaimTypes.Role, person.Role.Code()), new Claim(FullNameClaim, person.FullName),
            new Claim(StampClaim, person.Stamp),
        ],
        scheme));
}
