using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>run JOB: one run of one job of jobs.yml.</summary>
public static class RunVerb
{
    private static readonly TimeSpan PauseBetweenLooks = TimeSpan.FromMilliseconds(300);

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
                ?? throw new UsageException(
                    $"There is no job \"{wanted}\" in {host.Office.Path}. Jobs: {string.Join(", ", host.Office.Jobs.Select(one => one.Name))}.");
            var outcome = parsed.GetValue(dry)
                ? await RunAsync(screen, host, job, parsed.GetValue(day), true, cancellationToken)
                : await AskAndRunAsync(screen, host, job, parsed.GetValue(day), cancellationToken);
            foreach (var line in outcome.Lines)
            {
                screen.Line(line);
            }

            screen.Line($"{job.Name}: {outcome.Summary}");
            return CodeOf(outcome);
        });
        return command;
    }

    /// <summary>
    /// Runs a job as "run now" on the pages does, and joins it: where the same run is waiting or in hand, this one waits for its end instead of running beside
    /// it, and goes on with it when its process dies.
    /// </summary>
    private static async Task<JobOutcome> AskAndRunAsync(Screen screen, OfficeHost host, JobDefinition job, DateOnly? day, CancellationToken cancellationToken)
    {
        var (queue, log, runner) =
            (host.Services.GetRequiredService<RunQueue>(), host.Services.GetRequiredService<RunLog>(), host.Services.GetRequiredService<JobRunner>());
        var person = $"cchc run ({Environment.UserName})";
        await host.Services.GetRequiredService<AuditTrail>()
            .WriteAsync(person, "run", job.Name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", cancellationToken: cancellationToken);

        // Asked when the command was typed; starting a program takes a second.
        using var process = Process.GetCurrentProcess();
        var asked = await queue.AskAsync(job.Name, person, asOf: day, askedAt: process.StartTime, isTaken: true, cancellationToken: cancellationToken);
        if (!asked.IsNew)
        {
            screen.Line($"{job.Name}: the same run was asked for already; waiting for how it ends.");
        }

        return await screen.WithProgressAsync($"{job.Name}: working", async progress =>
        {
            while (true)
            {
                var before = await log.FindAsync(job.Name, asked.OccurrenceKey, cancellationToken);
                if (before?.Outcome is { } ended)
                {
                    return ended;
                }

                var isDead = before is not null && (before.IsSilent || WorkerProcess.IsGone(before.Host));
                var request = new JobExecutionRequest(job, asked.OccurrenceKey, day) { DeadAttempt = isDead ? before!.Attempt : null };
                if (await runner.RunAsync(request, progress, cancellationToken) is { } outcome)
                {
                    // Whoever typed the command sees how it ended; nobody tries it again behind his back.
                    await queue.SettleAsync(job.Name, asked.OccurrenceKey, CancellationToken.None);
                    return outcome;
                }

                await Task.Delay(PauseBetweenLooks, cancellationToken);
            }
        });
    }

    /// <summary>Runs a job because a person asked: always an occurrence of its own.</summary>
    public static async Task<JobOutcome> RunAsync(Screen screen, OfficeHost host, JobDefinition job, DateOnly? day, bool dry,
        CancellationToken cancellationToken, PeriodCommand? ask = null)
    {
        var request = new JobExecutionRequest(job, "by-hand-" + Guid.CreateVersion7().ToString("N"), day, dry) { Ask = ask };
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
