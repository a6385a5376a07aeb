using CcHc.Adapters.Access;
using CcHc.Adapters.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Access;

/// <summary>Logging in (đăng nhập): one answer for an unknown name and a wrong password, as slow for both, and a pause after too many tries.</summary>
public sealed class Login(People people, AuditTrail audit, TimeProvider clock)
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const int AllowedFailures = 5;
    private static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);

    /// <returns>Null when logged in; else what to say.</returns>
    public async Task<string?> TryAsync(HttpContext visit, string name, string password)
    {
        var known = await people.FindAsync(name, visit.RequestAborted);
        var address = visit.Connection.RemoteIpAddress?.ToString() ?? "";
        if (known is { LockedUntil: { } until } && until > clock.GetUtcNow())
        {
            await audit.WriteAsync(People.NameOf(name), "login-locked", address: address, cancellationToken: visit.RequestAborted);
            return "Tên này tạm khóa vì nhập sai nhiều lần. Thử lại sau 15 phút.";
        }

        var isRight = PasswordHash.IsRight(password, known?.PasswordHash);
        if (!isRight || known!.IsDisabled)
        {
            await audit.WriteAsync(People.NameOf(name), "login-refused", address: address, cancellationToken: visit.RequestAborted);
            if (known is not null)
            {
                await people.CountFailureAsync(known.Name, AllowedFailures, LockFor, visit.RequestAborted);
            }

            return "Tên hoặc mật khẩu không đúng.";
        }

        await audit.WriteAsync(known.Name, "login", address: address, cancellationToken: visit.RequestAborted);
        await people.NoteLoginAsync(known.Name, visit.RequestAborted);
        await visit.SignInAsync(Scheme, Roles.ToPrincipal(known, Scheme));
        return null;
    }

    /// <summary>Ends a session whose person was disabled, or given another role or password.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext session)
    {
        var people = (People)session.HttpContext.RequestServices.GetService(typeof(People))!;
        var person = session.Principal?.NameOf() is { Length: > 0 } name ? await people.FindAsync(name, session.HttpContext.RequestAborted) : null;
        if (person is null || person.IsDisabled || person.Stamp != session.Principal!.FindFirst(Roles.StampClaim)?.Value)
        {
            session.RejectPrincipal();
            await session.HttpContext.SignOutAsync(Scheme);
        }
    }
}
