using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard;

/// <summary>Adds the dashboard's pages to a host; storage is the host's.</summary>
public static class Wiring
{
    public static IServiceCollection AddCcHcDashboard(this IServiceCollection services)
    {
        services.AddRazorPages().AddApplicationPart(typeof(Wiring).Assembly);
        return services;
    }

    public static WebApplication UseCcHcDashboard(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-store";
            return next(context);
        });
        app.MapRazorPages();
        return app;
    }
}
