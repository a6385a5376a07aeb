using System.Globalization;
using System.Net;
using System.Text;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CcHc.Worker.Service;

/// <summary>/health/live, /health/ready and /metrics: for watching programs, not for people. They say nothing of tasks or agencies; why something is not well they say on this machine and to people who are logged in.</summary>
public static class HealthPages
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Original-For", "X-Original-Proto", "X-Real-IP", "Via"];

    public static void MapCcHcHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("alive\n")).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
        app.MapGet("/metrics", MetricsAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(HttpContext visit, HealthReport health, CancellationToken cancellationToken)
    {
        var maySeeWhy = MaySeeWhy(visit);
        var checks = await health.TakeAsync(cancellationToken);
        var isReady = checks.All(check => check.IsWell);
        return Results.Json(
            new { status = isReady ? "ready" : "not ready", checks = checks.Select(check => new { name = check.Name, ok = check.IsWell, detail = maySeeWhy ? check.Detail : "" }) },
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Not what a proxy on this machine brings from elsewhere, nor a page elsewhere that has its own name lead here.</summary>
    public static bool MaySeeWhy(HttpContext visit) => visit.User.Identity is { IsAuthenticated: true } || (
        visit.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !Forwarding.Any(visit.Request.Headers.ContainsKey)
        && (visit.Request.Host.Host is "localhost" || (IPAddress.TryParse(visit.Request.Host.Host.Trim('[', ']'), out var asked) && IPAddress.IsLoopback(asked))));

    private static async Task<IResult> MetricsAsync(HealthReport health, RunLog log, Outbox outbox, Adapters.Settings.JobsFile office, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append("# TYPE cchc_ready gauge\n");
        foreach (var check in await health.TakeAsync(cancellationToken))
        {
            Line(text, "cchc_ready", $"check=\"{check.Name}\"", check.IsWell ? 1 : 0);
        }

        text.Append("# TYPE cchc_mail_deliveries gauge\n");
        foreach (var (state, count) in await outbox.CountAsync(cancellationToken))
        {
            Line(text, "cchc_mail_deliveries", $"state=\"{state.Code()}\"", count);
        }

        text.Append("# TYPE cchc_job_last_start_seconds gauge\n# TYPE cchc_job_last_duration_seconds gauge\n# TYPE cchc_job_last_ok gauge\n# TYPE cchc_job_last_count gauge\n");
        foreach (var job in office.Jobs)
        {
            if ((await log.RecentAsync(job.Name, 1, cancellationToken)).FirstOrDefault() is { FinishedAt: { } finished, Outcome: { } outcome } run)
            {
                var label = $"job=\"{Escaped(job.Name)}\"";
                Line(text, "cchc_job_last_start_seconds", label, run.StartedAt.ToUnixTimeSeconds());
                Line(text, "cchc_job_last_duration_seconds", label, (finished - run.StartedAt).TotalSeconds);
                Line(text, "cchc_job_last_ok", label, outcome.Result == JobResult.Failed ? 0 : 1);
                foreach (var (name, count) in outcome.Counts)
                {
                    Line(text, "cchc_job_last_count", $"{label},name=\"{Escaped(name)}\"", count);
                }
            }
        }

        return Results.Text(text.ToString(), "text/plain; version=0.0.4", Encoding.UTF8);
    }

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {value}\n");

    private static string Escaped(string label) => label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
