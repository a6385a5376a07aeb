using System.Globalization;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Calendars;
using CcHc.Dashboard.Pages.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.Dashboard;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Execution.JobPages;

/// <summary>What Hangfire's pages call a run (tên lần chạy): the job's duty, its name in jobs.yml, and the planned time at the office.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RunTitleAttribute() : JobDisplayNameAttribute("{0}")
{
    public override string Format(DashboardContext context, Job job)
    {
        var (name, occurrence) = ((string)job.Args[0], (string)job.Args[1]);
        var services = context.GetHttpContext().RequestServices;
        var title = $"{Title(services.GetRequiredService<JobsFile>(), name)} – {When(occurrence)}";
        if (!context.Request.Path.StartsWith("/jobs/succeeded", StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        // The list itself has no column for it. Hangfire's pages are written in one go, without waiting.
        var run = services.GetRequiredService<RunLog>().FindAsync(name, occurrence).GetAwaiter().GetResult();
        return run?.Outcome is { } outcome ? $"{title} → {RunSentences.Of(outcome)}" : title;
    }

    public static string Title(JobsFile office, string job) =>
        office.Jobs.FirstOrDefault(one => one.Name == job) is { } known
            ? $"{RunLabels.Duty(known.Duty.ToString())} ({job})" : $"{job} (không còn trong jobs.yml)";

    private static string When(string occurrence) =>
        OccurrenceKey.PlannedTime(occurrence) is { } planned
            ? OfficeTime.Of(planned).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture) : "theo yêu cầu";
}
