using System.Globalization;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Calendars;
using CcHc.Dashboard.Localization;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Execution.JobPages;

/// <summary>Hangfire's own pages behind our login, in the visitor's language and linked with ours (trang Hangfire).</summary>
public static class HangfirePages
{
    public const string Path = "/hangfire";

    public static void MapHangfire(this WebApplication app, HangfireAccess access)
    {
        HangfireMenu.Arrange();
        RunRenderers.Register();
        app.UseWhen(static visit => visit.Request.Path.StartsWithSegments(Path), static pages => pages.Use((visit, next) =>
        {
            // Our own pages need no script; Hangfire's bring theirs, from this server alone. Their bars and cards are coloured by style attributes.
            visit.Response.Headers.ContentSecurityPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            // What antiforgery will set; it warns of any other value, at every poll of the pages.
            visit.Response.Headers.CacheControl = "no-cache, no-store";
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture =
                CultureInfo.GetCultureInfo(visit.Request.Cookies[ViewLocalizer.Cookie] == "en" ? "en-US" : "vi-VN");
            return next(visit);
        }));
        app.MapHangfireDashboard(Path, new DashboardOptions
        {
            DashboardTitle = Title(app.Services),
            AppPath = app.Services.GetRequiredService<MachineSettings>().PathBase + "/cong-viec",
            DisplayStorageConnectionString = false,
            Authorization = [],
            AsyncAuthorization = [new LoginFilter(access)],
            IsReadOnlyFunc = context => access.RightOf(context.GetHttpContext()) != HangfireRight.Operate,
        });
    }

    /// <summary>What is kept in memory begins with the process, and the head of every page says so.</summary>
    private static string Title(IServiceProvider services) => services.GetRequiredService<JobStorage>() is InMemoryStorage
        ? $"CcHc – lịch sử từ {OfficeTime.Of(services.GetRequiredService<TimeProvider>().GetUtcNow()).ToString("HH:mm dd/MM", CultureInfo.InvariantCulture)}"
        : "CcHc";

    /// <summary>Lets in who may look, and has an operator's action noted before it is taken.</summary>
    private sealed class LoginFilter(HangfireAccess access) : IDashboardAsyncAuthorizationFilter
    {
        public async Task<bool> AuthorizeAsync(DashboardContext context)
        {
            var http = context.GetHttpContext();
            var right = access.RightOf(http);
            if (right == HangfireRight.Operate && IsAction(http.Request))
            {
                var runs = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync())["jobs[]"].ToString() : "";
                await access.NoteAction(http, $"{http.Request.Path} {runs}".TrimEnd());
            }

            return right != HangfireRight.None;
        }

        /// <summary>The pages also post to /stats every two seconds, to read figures.</summary>
        private static bool IsAction(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path != "/stats";
    }
}
