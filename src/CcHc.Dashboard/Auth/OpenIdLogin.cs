using System.Security.Claims;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CcHc.Dashboard.Auth;

/// <summary>
/// Logging in by the office's identity provider (đăng nhập một lần). ASP.NET's handler speaks to it; here stands what is ours: who of our list the provider's
/// name is, what is written into the audit, and what the visitor sees when it does not hold.
/// </summary>
internal static partial class OpenIdLogin
{
    public const string Scheme = "openid";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>How far a journey came, which decides between "not asked for", "the provider has a fault" and "what it says does not hold".</summary>
    private enum Step
    {
        Returned = 1,
        Answered,
    }

    public static void Add(AuthenticationBuilder authentication, OpenIdSettings provider)
    {
        authentication.AddOpenIdConnect(Scheme, _ => { });
        authentication.Services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<TimeProvider>((openId, clock) => Configure(openId, provider, clock));
    }

    private static void Configure(OpenIdConnectOptions openId, OpenIdSettings provider, TimeProvider clock)
    {
        openId.Backchannel = OpenIdProvider.NewHttp();
        openId.ConfigurationManager = OpenIdProvider.ConfigurationOf(provider, openId.Backchannel);
        openId.ClientId = provider.ClientId;
        openId.ClientSecret = provider.Secret?.Reveal();
        openId.CallbackPath = OpenIdRoutes.BackPath;
        openId.SignInScheme = Login.Scheme;
        openId.RemoteAuthenticationTimeout = Patience;
        openId.ResponseType = OpenIdConnectResponseType.Code;
        // In the address, not in a form: the cookies of the journey need not be sent from foreign pages then.
        openId.ResponseMode = OpenIdConnectResponseMode.Query;
        openId.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        openId.DisableTelemetry = true;
        openId.MapInboundClaims = false;
        // The handler takes the audience and the authorized party out of the claims; we look at both.
        openId.ClaimActions.Clear();
        openId.Scope.Add("email");
        openId.TokenValidationParameters.LifetimeValidator = (from, until, _, _) => OpenIdProvider.IsInTime(from, until, clock.GetUtcNow());
        foreach (var (cookie, name) in new[] { (openId.CorrelationCookie, "cchc-oidc-"), (openId.NonceCookie, "cchc-oidc-nonce-") })
        {
            (cookie.Name, cookie.Path, cookie.SameSite, cookie.SecurePolicy) = (name, "/", SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        }

        // The browser keeps these cookies, by its own clock.
        openId.TimeProvider = TimeProvider.System;

        openId.Events = new OpenIdConnectEvents
        {
            OnAuthorizationCodeReceived = static journey => Reached(journey.HttpContext, Step.Returned),
            OnTokenResponseReceived = static journey => Reached(journey.HttpContext, Step.Answered),
            OnTicketReceived = journey => LogInAsync(journey, provider),
            OnRemoteFailure = RefuseAsync,
        };
    }

    private static async Task LogInAsync(TicketReceivedContext journey, OpenIdSettings provider)
    {
        var (visit, claims) = (journey.HttpContext, journey.Principal!);
        var (people, audit) = (visit.RequestServices.GetRequiredService<UserStore>(), visit.RequestServices.GetRequiredService<AuditTrail>());
        var name = OpenIdProvider.IsForUs(claims, provider.ClientId) ? NameIn(claims, provider.NameClaim) : null;
        var person = name is null ? null : await people.FindAsync(name, visit.RequestAborted);
        if (person is null || person.IsDisabled)
        {
            await audit.WriteAsync(name ?? "", "login-refused", "openid", person is null
                ? "not in the list of people" : "disabled", AddressOf(visit), visit.RequestAborted);
            visit.Response.StatusCode = StatusCodes.Status403Forbidden;
            journey.HandleResponse();
            return;
        }

        await audit.WriteAsync(person.Name, "login", "openid", address: AddressOf(visit), cancellationToken: visit.RequestAborted);
        await people.NoteLoginAsync(person.Name, visit.RequestAborted);
        journey.Principal = Roles.ToPrincipal(person, Login.Scheme);
        // Nothing of the provider's answer stays in the session.
        journey.Properties = new AuthenticationProperties();
    }

    /// <summary>A fault of the provider is left to the error page and the log; the rest is somebody at the door, written into the audit.</summary>
    private static async Task RefuseAsync(RemoteFailureContext journey)
    {
        var visit = journey.HttpContext;
        var step = visit.Items[typeof(Step)] as Step? ?? 0;
        LogRefused(visit.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdLogin)), journey.Failure?.Message ?? "");
        if (step == Step.Returned)
        {
            return;
        }

        var why = step == Step.Answered ? "what the provider sent does not hold" : "no login was under way";
        await visit.RequestServices.GetRequiredService<AuditTrail>().WriteAsync("", "login-refused", "openid", why, AddressOf(visit), visit.RequestAborted);
        visit.Response.StatusCode = step == Step.Answered ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;
        journey.HandleResponse();
    }

    private static Task Reached(HttpContext visit, Step step)
    {
        visit.Items[typeof(Step)] = step;
        return Task.CompletedTask;
    }

    /// <summary>Only a text is a name: a provider's "true" or 7 is nobody's.</summary>
    private static string? NameIn(ClaimsPrincipal claims, string nameClaim) =>
        claims.FindFirst(nameClaim) is { ValueType: ClaimValueTypes.String, Value: { Length: > 0 } name } ? name : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A login by the identity provider came to nothing: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);

    private static string AddressOf(HttpContext visit) => visit.Connection.RemoteIpAddress?.ToString() ?? "";
}
