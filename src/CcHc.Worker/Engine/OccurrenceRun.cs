using CcHc.Adapters.Alarming;
using CcHc.Adapters.Settings;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution;

namespace CcHc.Worker.Engine;

/// <summary>What Hangfire calls: the job runner, whose failed outcome becomes the exception that Hangfire tries again for.</summary>
public sealed class OccurrenceRun(JobRunner runner, JobsFile office, Alarms alarms) : IRunByOccurrence
{
    public async Task RunAsync(string job, string occurrenceKey, bool wasBegunBefore, CancellationToken cancellationToken)
    {
        // The engine may still hold a run of a job that jobs.yml has dropped.
        if (office.Jobs.FirstOrDefault(one => one.Name == job) is not { IsEnabled: true } definition)
        {
            return;
        }

        var request = new RunRequest(definition, occurrenceKey, IsRetry: wasBegunBefore, IsTakeOver: wasBegunBefore);
        var outcome = await runner.RunAsync(request, NoProgress.Instance, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (outcome is { Result: JobResult.Failed or JobResult.Partly })
        {
            // Whether that engine will try again is its own to know; the alarm goes with the next good run.
            if (outcome.Result == JobResult.Failed)
            {
                await alarms.RaiseAsync(job, outcome, cancellationToken);
            }

            throw new UnfinishedRunException(outcome.Summary);
        }
    }
}

/// <summary>A run that failed or was done in part; the run log has it already.</summary>
public sealed class UnfinishedRunException(string summary) : Exception(summary);
