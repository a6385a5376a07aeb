using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Office;
using CcHc.Worker.Scheduling;
using CcHc.Worker.Screens;
using CcHc.Worker.Timing;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>jobs: what jobs.yml plans, when each job runs next, and what became of its last run.</summary>
public static class JobsVerb
{
    public static Command Create(Screen screen)
    {
        var json = CommonOptions.Json();
        var jobs = CommonOptions.Jobs();
        var command = new Command("jobs", "List the jobs with their next times and last results.") { json, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var clock = host.Services.GetRequiredService<OfficeClock>();
            CronClock.Check(host.Office);
            var calendar = await host.Services.GetRequiredService<WorkingDayCalendar>().ReadAsync(cancellationToken);
            foreach (var job in host.Office.Jobs)
            {
                var next = job is { IsEnabled: true, Schedule: not null } ? CronClock.Next(job, calendar, clock.Now) : null;
                var last = (await host.Services.GetRequiredService<RunLog>().RecentAsync(job.Name, 1, cancellationToken)).FirstOrDefault();
                Print(screen, job, next is { } planned ? OfficeTime.Of(planned) : null, last, parsed.GetValue(json));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Screen screen, JobDefinition job, DateTimeOffset? next, LoggedRun? last, bool asJson)
    {
        var does = JsonNamingPolicy.SnakeCaseLower.ConvertName(job.Duty.ToString());
        if (asJson)
        {
            screen.Json.Write(new
            {
                job.Name, Does = does, Schedule = job.Schedule?.Words, Days = job.Days.ToString().ToLowerInvariant(), Enabled = job.IsEnabled, Next = next,
                LastStarted = last?.StartedAt, LastResult = last?.Outcome?.Result.ToString(), LastSummary = last?.Outcome?.Summary,
            });
            return;
        }

        var when = job switch
        {
            { Schedule: null } => "by hand only",
            { IsEnabled: false } => "off",
            _ => $"{job.Schedule.Words}{(job.Days == JobDays.Working ? ", working days" : "")}; next {At(next)}",
        };
        screen.Line($"{job.Name} ({does}): {when}");
        screen.Line(last is null ? "    never ran"
            : $"    last {At(OfficeTime.Of(last.StartedAt))}: {last.Outcome?.Result.ToString() ?? "running"} {last.Outcome?.Summary}");
    }

    private static string At(DateTimeOffset? instant) => instant is { } known ? known.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) : "never";
}
