using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Prometheus;

namespace CcHc.Worker.Hosting;

/// <summary>
/// /health/live, /health/ready and /metrics: for watching programs, not for people. They say nothing of tasks or agencies; why something is not well they say
/// on this machine and to people who are logged in.
/// </summary>
public static class HealthPages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string[] Forwarding =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Original-For", "X-Original-Proto", "X-Real-IP", "Via"];

    public static IServiceCollection AddCcHcHealth(this IServiceCollection services)
    {
        services.AddSingleton<HealthReport>().AddSingleton<ServiceMetrics>();
        var checks = services.AddHealthChecks();
        foreach (var name in HealthReport.Names)
        {
            checks.Add(new HealthCheckRegistration(name, provider => new NamedCheck(provider.GetRequiredService<HealthReport>().Checks[name]),
                HealthStatus.Unhealthy, tags: null));
        }

        return services;
    }

    public static void MapCcHcHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false,
            ResponseWriter = static (visit, _) => visit.Response.WriteAsync("alive\n") }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapMetrics("/metrics", app.Services.GetRequiredService<ServiceMetrics>().Registry).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext visit, Microsoft.Extensions.Diagnostics.HealthChecks.HealthReport report)
    {
        var maySeeWhy = MaySeeWhy(visit);
        return visit.Response.WriteAsJsonAsync(new
        {
            status = report.Status == HealthStatus.Healthy ? "ready" : "not ready",
            checks = report.Entries.Select(
                one => new { name = one.Key, ok = one.Value.Status == HealthStatus.Healthy, detail = maySeeWhy ? one.Value.Description ?? "" : "" }),
        });
    }

    /// <summary>Not what a proxy on this machine brings from elsewhere, nor a page elsewhere that has its own name lead here.</summary>
    public static bool MaySeeWhy(HttpContext visit) => visit.User.Identity is { IsAuthenticated: true } || (
        visit.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !Forwarding.Any(visit.Request.Headers.ContainsKey)
        && (visit.Request.Host.Host is "localhost"
            || (IPAddress.TryParse(visit.Request.Host.Host.Trim('[', ']'), out var asked) && IPAddress.IsLoopback(asked))));

    /// <summary>One question of <see cref="HealthReport"/>, asked beside the others; who does not answer in time is not well.</summary>
    private sealed class NamedCheck(Func<CancellationToken, Task<string>> ask) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var trouble = await Task.Run(() => ask(cancellationToken), cancellationToken).WaitAsync(Patience, cancellationToken);
                return trouble.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(trouble);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                return HealthCheckResult.Unhealthy(trouble is TimeoutException ? "No answer in time." : SecretMask.Of(trouble.Message));
            }
        }
    }
}
