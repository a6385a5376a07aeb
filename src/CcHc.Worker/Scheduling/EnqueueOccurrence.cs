using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Runs;
using CcHc.Worker.Execution;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CcHc.Worker.Scheduling;

/// <summary>What Quartz fires: hands the occurrence over, and runs nothing itself.</summary>
public sealed partial class EnqueueOccurrence(JobQueue queue, JobsFile office, JobPlans plans, ILogger<EnqueueOccurrence> logger) : IJob
{
    /// <summary>The office's name for the job, in the data of the Quartz job.</summary>
    public const string JobName = "job";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var job = office.Jobs.Single(one => one.Name == context.MergedJobDataMap[JobName] as string);

        // Paused by a person: the planned run is left out, and made up for when the pause is over if the job wants that.
        if (await plans.IsPausedAsync(job.Name, cancellationToken))
        {
            LogPaused(job.Name);
            return;
        }

        await queue.EnqueueAsync(job.Name, OccurrenceKey.Of(context.ScheduledFireTimeUtc ?? context.FireTimeUtc), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} is paused; this run is left out.")]
    private partial void LogPaused(string job);
}
