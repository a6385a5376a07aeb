using System.Text.Encodings.Web;
using System.Text.Unicode;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Mailbox;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Localization;
using CcHc.Dashboard.Pages.Jobs;
using CcHc.Dashboard.Pages.Chase;
using CcHc.Dashboard.Pages.Periods;
using CcHc.Dashboard.Pages.Preview;
using CcHc.Dashboard.Pages.Registers;
using CcHc.Dashboard.Pages.Setup;
using CcHc.Dashboard.Snapshot;
using CcHc.Office.Letters;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace CcHc.Dashboard;

/// <summary>Adds the dashboard to a host; storage and settings are the host's.</summary>
public static class Wiring
{
    /// <summary>Of a form with everything in it; the one page that takes a file has a bound of its own.</summary>
    private const int LongestBody = 256 * 1024;

    /// <summary>A path on the share is the longest thing a form sends.</summary>
    private const int LongestField = 16 * 1024;

    public static IServiceCollection AddCcHcDashboard(this IServiceCollection services, MachineSettings machine)
    {
        services.AddHttpContextAccessor().AddSingleton<ViewLocalizer>().AddSingleton<OfficeSnapshotCache>().AddSingleton<Login>().AddSingleton<ActionGuard>();
        services.AddScoped<JobTitles>();
        services.AddSingleton<ReminderHistory>().AddSingleton<CalendarFeeds>().AddSingleton<HealthWorkbooks>();
        services.AddSingleton<SubmissionTimes>().AddSingleton<SkimmedFiles>();
        services.AddSingleton<AnswerStore>().AddSingleton<IncomingMailStore>().AddSingleton<OutboxBounces>();
        services.AddSingleton<SetupChecklist>().AddSingleton<PlanImports>().AddSingleton<BoardReminding>().AddSingleton<Previewer>()
            .AddSingleton<LetterPreview>().AddHostedService<PreviewAhead>();
        services.AddSingleton<MailGate>().AddSingleton<ChaseQueue>().AddSingleton<ChaseSelector>();
        PrivateFiles.CreateFolder(Path.Combine(machine.DataFolder, "keys"));
        services.AddDataProtection().SetApplicationName("cchc").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(machine.DataFolder, "keys")));
        var authentication = services.AddAuthentication(Login.Scheme).AddCookie(Login.Scheme, cookie =>
        {
            cookie.Cookie.Name = "cchc-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/dang-nhap";
            cookie.AccessDeniedPath = "/loi/403";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnValidatePrincipal = Login.ValidateAsync;
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        if (machine.OpenId is { } provider)
        {
            OpenIdLogin.Add(authentication, provider);
        }

        services.AddRateLimiter(LoginPace.Add);
        services.Configure<KestrelServerOptions>(server => (server.AddServerHeader, server.Limits.MaxRequestBodySize) = (false, LongestBody));
        services.Configure<FormOptions>(form => (form.ValueLengthLimit, form.MultipartBodyLengthLimit) = (LongestField, LongestBody));

        // Whatever is mapped and says nothing else is for people who are logged in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(token =>
        {
            token.Cookie.Name = "cchc-form";
            token.Cookie.SameSite = SameSiteMode.Strict;
            token.Cookie.HttpOnly = true;
            token.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Otherwise every Vietnamese letter becomes a number and pages twice as long.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<CookieTempDataProviderOptions>(told =>
        {
            told.Cookie.Name = "cchc-told";
            told.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new ServiceFilterAttribute<ActionGuard>()))
            .AddApplicationPart(typeof(Wiring).Assembly);
        return services;
    }

    public static WebApplication UseCcHcDashboard(this WebApplication app, MachineSettings machine)
    {
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        if (machine.PathBase.Length > 0)
        {
            app.UsePathBase(machine.PathBase);
        }

        app.UseExceptionHandler("/loi/500");
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        app.Use(SecurityHeaders.AddAsync);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/site.css", Stylesheet.Get).AllowAnonymous();
        if (machine.OpenId is not null)
        {
            OpenIdRoutes.Map(app);
        }

        app.MapRazorPages();
        return app;
    }
}
