using System.CommandLine;
using CcHc.Core.Jobs;
using CcHc.Office;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs.Report;

/// <summary>
/// report: the steps of a period report by hand. What runs a job runs it through the job runner, so that it is claimed and logged like any other.
/// </summary>
public static class ReportVerb
{
    public static Command Create(Screen screen) =>
        new("report", "The steps of a period report by hand: forms, collect, assemble, close; letters about what is overdue.")
        {
            ReportRuns.Forms(screen),
            ReportRuns.Collect(screen),
            ReportRuns.Assemble(screen),
            ReportRuns.Close(screen),
            ReportDecisions.Reopen(screen),
            ReportDecisions.Exclude(screen),
            ReportDecisions.Include(screen),
            ReportLetters.Create(screen),
            ReportStatus.Create(screen),
        };

    internal static Option<string> Period() =>
        new("--period") { Description = "The period's code: 2026-Q1, 2026-6T, 2026-9T, 2026-N, 2026-T03.", Required = true };

    internal static Option<string> By() => new("--by") { Description = "Who decides; stands in the period's record.", Required = true };

    internal static Option<string> Reason(bool isRequired) =>
        new("--reason") { Description = "Why; stands in the period's record.", Required = isRequired, DefaultValueFactory = isRequired ? null : _ => "" };

    /// <summary>Runs the duty's job of jobs.yml, or when it has none, the duty with the usual limits.</summary>
    internal static async Task<int> RunAsync(
        Screen screen, string jobsPath, JobDuty duty, string name, PeriodCommand? ask, DateOnly? day, bool dry, CancellationToken cancellationToken)
    {
        await using var host = await OfficeHost.OpenAsync(jobsPath, cancellationToken);
        await CheckAsync(host, duty, ask, cancellationToken);
        var job = host.Office.Jobs.FirstOrDefault(one => one.Duty == duty) ?? new JobDefinition(name, duty);
        var outcome = await RunVerb.RunAsync(screen, host, job, day, dry, cancellationToken, ask);
        screen.Line($"{job.Name}: {outcome.Summary}");
        return RunVerb.CodeOf(outcome);
    }

    /// <summary>What cannot be done is said before a run begins: a person's slip is no failed run of the job.</summary>
    /// <exception cref="UsageException">The period cannot be what is asked for.</exception>
    private static async Task CheckAsync(OfficeHost host, JobDuty duty, PeriodCommand? ask, CancellationToken cancellationToken)
    {
        _ = ask is null ? null : CodeOf(host, ask.Period);
        try
        {
            if (ask is not null && duty == JobDuty.AssemblePeriod)
            {
                await host.Services.GetRequiredService<AskedPeriods>().FindAsync(ask, cancellationToken);
            }
        }
        catch (UnknownPeriodException unknown)
        {
            throw new UsageException(unknown.Message);
        }
    }

    /// <returns>The period's code as the regime writes it, whatever its case.</returns>
    /// <exception cref="UsageException">The regime has no such period.</exception>
    internal static string CodeOf(OfficeHost host, string period)
    {
        try
        {
            return host.Services.GetRequiredService<OfficePeriods>().Named(period).Code;
        }
        catch (UnknownPeriodException unknown)
        {
            throw new UsageException(unknown.Message);
        }
    }
}
