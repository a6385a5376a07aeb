using CcHc.Adapters.Alerts;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution.JobPages;
using CcHc.Worker.Jobs;
using Hangfire;
using Hangfire.Server;

namespace CcHc.Worker.Execution;

/// <summary>
/// What Hangfire executes: one occurrence of a job, at least once for every run handed over (thực hiện lần chạy). The names of this type and its method are in
/// Hangfire's database, the arguments are two plain words; a run stored under other names is handed over anew.
/// </summary>
public sealed class JobExecution(JobRunner runner, RunQueue queue, RunLog log, RunLiveness liveness, JobsFile office, Alarms alarms)
{
    /// <summary>Tries that did not even come to the run, counted by Hangfire: our own database may be what is broken.</summary>
    private const string TriesParameter = "Tries";

    /// <param name="hangfire">Hangfire puts in its own.</param>
    /// <param name="cancellationToken">Hangfire puts in its own: cancelled when the service stops or the run is deleted by hand.</param>
    /// <returns>The run's sentence, which Hangfire shows as its result.</returns>
    /// <exception cref="FailedRunException">The run failed; a try that is left is planned already.</exception>
    [RunTitle]
    public async Task<string> RunAsync(string job, string occurrenceKey, PerformContext? hangfire, CancellationToken cancellationToken)
    {
        RetryPlan.None.WriteTo(hangfire!);
        if (office.Jobs.FirstOrDefault(one => one.Name == job) is not { IsEnabled: true } definition)
        {
            await queue.SettleAsync(job, occurrenceKey, cancellationToken);
            return RunSentences.Dropped;
        }

        try
        {
            return await RunAsync(definition, occurrenceKey, hangfire!, cancellationToken);
        }
        catch (Exception trouble) when (trouble is not (OperationCanceledException or JobAbortedException or FailedRunException))
        {
            await PlanRetryAsync(definition, hangfire!, trouble, cancellationToken);
            throw;
        }
    }

    private async Task<string> RunAsync(JobDefinition job, string occurrenceKey, PerformContext hangfire, CancellationToken cancellationToken)
    {
        var queued = await queue.FindAsync(job.Name, occurrenceKey, cancellationToken);
        var before = await log.FindAsync(job.Name, occurrenceKey, cancellationToken);
        switch (before)
        {
            case { Outcome.Result: JobResult.Done or JobResult.DoneWithFindings }:
                await queue.SettleAsync(job.Name, occurrenceKey, cancellationToken);
                return RunSentences.AlreadyRan(before);
            case { FinishedAt: null } when !liveness.IsDead(before):
                // Hangfire handed one run over twice; whoever has it also tells how it ends.
                return before.HangfireId == hangfire.BackgroundJob.Id ? throw new JobAbortedException() : RunSentences.RunsElsewhere(before);
        }

        var retriesLeft = queued is null ? 0 : job.Retry.Times - queued.Retries;
        var request = new JobExecutionRequest(job, occurrenceKey, queued?.AsOf
            ?? (before is { IsDayGiven: true } ? before.AsOf : null), IsRetry: before is { FinishedAt: not null })
        {
            DeadAttempt = before is { FinishedAt: null } ? before.Attempt : null,
            IsTriedAgain = retriesLeft > 0,
            Ask = (queued?.Ask ?? before?.Ask) is { Length: > 0 } ask ? PeriodCommand.Read(ask) : null,
            HangfireId = hangfire.BackgroundJob.Id,
        };
        var outcome = await runner.RunAsync(request, NoProgress.Instance, cancellationToken);
        IdleMemory.GiveBack();
        if (outcome is null)
        {
            return RunSentences.NotNeeded;
        }

        var isBad = outcome.Result is JobResult.Failed or JobResult.Partly;
        if (isBad)
        {
            // Stopped with the service: the row stays in the queue, and the next start goes on.
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (isBad && retriesLeft > 0)
        {
            await queue.CountRetryAsync(job.Name, occurrenceKey, cancellationToken);
            RetryPlan.Of(job.Retry, queued!.Retries + 1, outcome.Summary).WriteTo(hangfire);
        }
        else
        {
            if (outcome.Result == JobResult.Failed)
            {
                await alarms.RaiseAsync(job.Name, outcome, cancellationToken);
            }

            await queue.SettleAsync(job.Name, occurrenceKey, CancellationToken.None);
        }

        return outcome.Result == JobResult.Failed ? throw new FailedRunException(outcome) : RunSentences.Of(outcome);
    }

    /// <summary>For a fault around the run, as when the run log cannot be written.</summary>
    private async Task PlanRetryAsync(JobDefinition job, PerformContext hangfire, Exception trouble, CancellationToken cancellationToken)
    {
        var tries = hangfire.GetJobParameter<int>(TriesParameter) + 1;
        if (tries <= job.Retry.Times)
        {
            hangfire.SetJobParameter(TriesParameter, tries);
            RetryPlan.Of(job.Retry, tries, trouble.Message).WriteTo(hangfire);
        }
        else
        {
            await alarms.RaiseAsync(job.Name, new JobOutcome(JobResult.Failed, $"{trouble.GetType().Name}: {trouble.Message}", new Dictionary<string, int>()),
                cancellationToken);
        }
    }
}

/// <summary>A run that failed; the run log has it already. Its words are cause and cure, what it holds is the fault itself.</summary>
public sealed class FailedRunException(JobOutcome outcome)
    : Exception($"{outcome.Summary} {RunSentences.ToDo}: {AlarmAdvice.Of(outcome.Summary)}", outcome.Failure);
