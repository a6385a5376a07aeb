using System.CommandLine;
using CcHc.Core.Jobs;
using CcHc.Worker.Engine;
using CcHc.Worker.Jobs;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>run JOB: one run of one job of jobs.yml.</summary>
public static class RunVerb
{
    public static Command Create(Screen screen)
    {
        var name = new Argument<string>("job") { Description = "The job's name in jobs.yml." };
        var day = CommonOptions.AsOf("Judge everything on this day; default: today in Asia/Ho_Chi_Minh.");
        var dry = new Option<bool>("--dry-run") { Description = "Decide everything, write and send nothing." };
        var jobs = CommonOptions.Jobs();
        var command = new Command("run", "Run one job of jobs.yml once.") { name, day, dry, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var wanted = parsed.GetValue(name)!;
            var job = host.Office.Jobs.FirstOrDefault(one => one.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"There is no job \"{wanted}\" in {host.Office.Path}. Jobs: {string.Join(", ", host.Office.Jobs.Select(one => one.Name))}.");
            var outcome = await RunAsync(screen, host, job, parsed.GetValue(day), parsed.GetValue(dry), cancellationToken);
            screen.Line($"{job.Name}: {outcome.Summary}");
            return CodeOf(outcome);
        });
        return command;
    }

    /// <summary>Runs a job because a person asked: always an occurrence of its own.</summary>
    public static async Task<JobOutcome> RunAsync(Screen screen, OfficeHost host, JobDefinition job, DateOnly? day, bool dry, CancellationToken cancellationToken, ReportAsk? ask = null)
    {
        var request = new RunRequest(job, "by-hand-" + Guid.CreateVersion7().ToString("N"), day, dry) { Ask = ask };
        var runner = host.Services.GetRequiredService<JobRunner>();
        return (await screen.WithProgressAsync($"{job.Name}: working", progress => runner.RunAsync(request, progress, cancellationToken)))!;
    }

    public static int CodeOf(JobOutcome outcome) => outcome.Result switch
    {
        JobResult.Done => ExitCode.Done,
        JobResult.Failed => ExitCode.Failed,
        _ => ExitCode.DoneWithFindings,
    };
}
