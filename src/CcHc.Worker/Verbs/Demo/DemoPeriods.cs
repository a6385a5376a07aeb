using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Jobs;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs.Demo;

/// <summary>The period reports of the demo: one period from its forms to its closing, and the next one half handed in.</summary>
internal static class DemoPeriods
{
    private const string Officer = "Trần Thị Mẫu, chuyên viên";

    private static readonly (JobDuty Duty, DateOnly Day, PeriodCommand? Ask)[] Steps =
    [
        (JobDuty.IssueForms, new DateOnly(2026, 3, 9), new PeriodCommand("2026-Q1", Officer)),
        (JobDuty.CollectReports, new DateOnly(2026, 3, 24), null),
        (JobDuty.AssemblePeriod, new DateOnly(2026, 3, 24), new PeriodCommand("2026-Q1", Officer, "Đã đủ báo cáo", IsClosing: true)),
        (JobDuty.IssueForms, new DateOnly(2026, 6, 8), new PeriodCommand("2026-6T", Officer)),
        (JobDuty.CollectReports, new DateOnly(2026, 6, 15), null),
        (JobDuty.AssemblePeriod, new DateOnly(2026, 6, 15), new PeriodCommand("2026-6T", Officer)),
    ];

    public static bool Does(JobDefinition job) => Steps.Any(step => step.Duty == job.Duty);

    /// <summary>What an earlier demo in the same folder did is not done again.</summary>
    public static async Task<IReadOnlyList<(JobDefinition Job, JobOutcome Outcome)>> RunAsync(Screen screen, OfficeHost host,
        CancellationToken cancellationToken)
    {
        var isDone = (await host.Services.GetRequiredService<ReportOutputs>().ListAsync("2026-6T", cancellationToken)).Count > 0;
        var outcomes = new List<(JobDefinition, JobOutcome)>();
        foreach (var (duty, day, ask) in isDone ? [] : Steps)
        {
            var job = host.Office.Jobs.Single(one => one.Duty == duty);
            outcomes.Add((job, await RunVerb.RunAsync(screen, host, job, day, false, cancellationToken, ask)));
        }

        return outcomes;
    }
}
