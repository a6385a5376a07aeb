using System.Globalization;
using CcHc.Adapters.Settings;
using CcHc.Core.Jobs;
using Quartz;

namespace CcHc.Worker.Engine;

/// <summary>What Quartz fires: hands the occurrence to the job runner, and plans another try of a run that failed or was done in part.</summary>
[DisallowConcurrentExecution]
public sealed class ScheduledRun(JobRunner runner, JobsFile office, TimeProvider clock) : IJob
{
    /// <summary>The office's name for the job, in the data of the Quartz job.</summary>
    public const string JobName = "job";

    /// <summary>Names the occurrence of a run that is planned apart: a missed one made up for, or another try.</summary>
    private const string Occurrence = "occurrence";

    private const string Attempt = "attempt";

    /// <summary>From five minutes to most of a day: longer pauses help nobody.</summary>
    private const int MostDoublings = 8;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var data = context.MergedJobDataMap;
        // A clustered store may still hold a job that jobs.yml has dropped.
        if (office.Jobs.FirstOrDefault(one => one.Name == data[JobName] as string) is not { IsEnabled: true } job)
        {
            return;
        }

        var key = data.TryGetValue(Occurrence, out var given) && given is string named ? named : KeyOf(context.ScheduledFireTimeUtc ?? context.FireTimeUtc);
        var attempt = data.TryGetValue(Attempt, out var count) && count is string written ? int.Parse(written, CultureInfo.InvariantCulture) : 0;

        var request = new RunRequest(job, key, IsRetry: attempt > 0, IsTakeOver: context.Recovering);
        var outcome = await runner.RunAsync(request, NoProgress.Instance, cancellationToken);

        if (outcome?.Result is JobResult.Failed or JobResult.Partly && attempt < job.Retry.Times && !cancellationToken.IsCancellationRequested)
        {
            var pause = job.Retry.FirstPause * Math.Pow(2, Math.Min(attempt, MostDoublings));
            await context.Scheduler.ScheduleTrigger(Apart(job, key, attempt + 1, clock.GetUtcNow() + pause, context.JobDetail.Key), TriggerConflict.Keep, cancellationToken);
        }
    }

    /// <summary>"2026-06-15T00:30:00Z": the same on every machine.</summary>
    public static string KeyOf(DateTimeOffset planned) => planned.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A run of its own for one occurrence. Planned twice, by two machines, it is still one: both have the same name.</summary>
    public static ITrigger Apart(JobDefinition job, string occurrence, int attempt, DateTimeOffset at, JobKey quartzJob) => TriggerBuilder.Create()
        .WithIdentity(FormattableString.Invariant($"{job.Name}@{occurrence}#{attempt}"))
        .ForJob(quartzJob)
        .UsingJobData(Occurrence, occurrence)
        .UsingJobData(Attempt, attempt.ToString(CultureInfo.InvariantCulture))
        .StartAt(at)
        .Build();
}
