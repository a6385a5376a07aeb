using CcHc.Adapters.Storage.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Auth;

/// <summary>
/// Logging in (đăng nhập): one answer for an unknown name, a wrong password and a locked name, as slow for all, so that nobody learns which names there are;
/// and a pause after too many tries.
/// </summary>
public sealed class Login(UserStore people, AuditTrail audit, TimeProvider clock)
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const int AllowedFailures = 5;
    private const string Refused = "Tên hoặc mật khẩu không đúng. Nhập sai 5 lần thì tên bị tạm khóa 15 phút.";
    private static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);

    /// <summary>One password at a time: a check takes a core's whole strength, and the jobs run on the same machine.</summary>
    private readonly SemaphoreSlim _checking = new(1, 1);

    /// <returns>Null when logged in; else what to say.</returns>
    public async Task<string?> TryAsync(HttpContext visit, string name, string password)
    {
        var known = await people.FindAsync(name, visit.RequestAborted);
        var address = visit.Connection.RemoteIpAddress?.ToString() ?? "";
        var isRight = await IsRightAsync(known, password, visit.RequestAborted);
        if (known is not null && IsLocked(known))
        {
            await audit.WriteAsync(known.Name, "login-locked", address: address, cancellationToken: visit.RequestAborted);
            return Refused;
        }

        if (!isRight || known!.IsDisabled)
        {
            await audit.WriteAsync(UserStore.NameOf(name), "login-refused", address: address, cancellationToken: visit.RequestAborted);
            if (known is not null)
            {
                await people.CountFailureAsync(known.Name, AllowedFailures, LockFor, visit.RequestAborted);
            }

            return Refused;
        }

        await audit.WriteAsync(known.Name, "login", address: address, cancellationToken: visit.RequestAborted);
        await people.NoteLoginAsync(known.Name, visit.RequestAborted);
        await visit.SignInAsync(Scheme, Roles.ToPrincipal(known, Scheme));
        return null;
    }

    /// <summary>Whether somebody who is logged in knows the password, too; wrong tries lock the name as at the login.</summary>
    public async Task<bool> ConfirmAsync(User person, string password, CancellationToken cancellationToken)
    {
        var isRight = await IsRightAsync(person, password, cancellationToken);
        if (!isRight)
        {
            await people.CountFailureAsync(person.Name, AllowedFailures, LockFor, cancellationToken);
        }

        return isRight && !IsLocked(person);
    }

    private bool IsLocked(User person) => person.LockedUntil > clock.GetUtcNow();

    private async Task<bool> IsRightAsync(User? known, string password, CancellationToken cancellationToken)
    {
        await _checking.WaitAsync(cancellationToken);
        try
        {
            return PasswordHash.IsRight(password, known?.PasswordHash);
        }
        finally
        {
            _checking.Release();
        }
    }

    /// <summary>Ends a session whose person was disabled, or given another role or password.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext session)
    {
        var people = (UserStore)session.HttpContext.RequestServices.GetService(typeof(UserStore))!;
        var person = session.Principal?.NameOf() is { Length: > 0 } name ? await people.FindAsync(name, session.HttpContext.RequestAborted) : null;
        if (person is null || person.IsDisabled || person.Stamp != session.Principal!.FindFirst(Roles.StampClaim)?.Value)
        {
            session.RejectPrincipal();
            await session.HttpContext.SignOutAsync(Scheme);
        }
    }
}
