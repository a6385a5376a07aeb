using System.Globalization;
using CcHc.Adapters.Alarming;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CcHc.Worker.Engine;

/// <summary>
/// What Quartz fires: hands the occurrence to Hangfire where it runs, which then also tries it again; else to the job runner, and plans
/// another try of a run that failed or was done in part.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class ScheduledRun(IRunDispatcher dispatcher, JobRunner runner, JobsFile office, JobPlans plans, Alarms alarms, TimeProvider clock, ILogger<ScheduledRun> logger) : IJob
{
    /// <summary>The office's name for the job, in the data of the Quartz job.</summary>
    public const string JobName = "job";

    /// <summary>Names the occurrence of a run that is planned apart: a missed one made up for, or another try.</summary>
    private const string Occurrence = "occurrence";

    private const string Attempt = "attempt";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var data = context.MergedJobDataMap;
        // A clustered store may still hold a job that jobs.yml has dropped.
        if (office.Jobs.FirstOrDefault(one => one.Name == data[JobName] as string) is not { IsEnabled: true } job)
        {
            return;
        }

        // Paused by a person: the planned run is left out, and made up for when the pause is over if the job wants that.
        if (await plans.IsPausedAsync(job.Name, cancellationToken))
        {
            LogPaused(job.Name);
            return;
        }

        var key = data.TryGetValue(Occurrence, out var given) && given is string named ? named : KeyOf(context.ScheduledFireTimeUtc ?? context.FireTimeUtc);
        if (dispatcher.TryDispatch(job.Name, key))
        {
            return;
        }

        var attempt = data.TryGetValue(Attempt, out var count) && count is string written ? int.Parse(written, CultureInfo.InvariantCulture) : 0;

        var request = new RunRequest(job, key, IsRetry: attempt > 0, IsTakeOver: context.Recovering) { IsTriedAgain = attempt < job.Retry.Times };
        var outcome = await runner.RunAsync(request, NoProgress.Instance, cancellationToken);

        if (outcome?.Result is not (JobResult.Failed or JobResult.Partly) || cancellationToken.IsCancellationRequested)
        {
            return;
        }

        if (attempt < job.Retry.Times)
        {
            var pause = job.Retry.PauseBefore(attempt + 1);
            await context.Scheduler.ScheduleTrigger(Apart(job, key, attempt + 1, clock.GetUtcNow() + pause, context.JobDetail.Key), TriggerConflict.Keep, cancellationToken);
        }
        else if (outcome.Result == JobResult.Failed)
        {
            await alarms.RaiseAsync(job.Name, outcome, cancellationToken);
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

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} is paused; this run is left out.")]
    private partial void LogPaused(string job);
}
