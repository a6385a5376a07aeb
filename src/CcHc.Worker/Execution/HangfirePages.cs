using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CcHc.Worker.Execution;

/// <summary>Hangfire's own pages behind our login.</summary>
public static class HangfirePages
{
    private const string Path = "/hangfire";

    public static void MapHangfire(this WebApplication app, HangfireAccess access)
    {
        app.UseWhen(static context => context.Request.Path.StartsWithSegments(Path), static pages => pages.Use((context, next) =>
        {
            // Our own pages need no script; Hangfire's bring theirs, from this server alone. Their bars and cards are coloured by style attributes.
            context.Response.Headers.ContentSecurityPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            // What antiforgery will set; it warns of any other value, at every poll of the pages.
            context.Response.Headers.CacheControl = "no-cache, no-store";
            return next(context);
        }));
        app.MapHangfireDashboard(Path, new DashboardOptions
        {
            DashboardTitle = "CcHc – Hangfire",
            DisplayStorageConnectionString = false,
            Authorization = [],
            AsyncAuthorization = [new LoginFilter(access)],
            IsReadOnlyFunc = context => access.RightOf(context.GetHttpContext()) != HangfireRight.Operate,
        });
    }

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
