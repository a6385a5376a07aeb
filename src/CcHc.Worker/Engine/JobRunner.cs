using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Worker.Jobs;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Engine;

/// <summary>What somebody asks for: a job, on a day, for real or dry.</summary>
/// <param name="AsOf">Null: today at the office.</param>
/// <param name="OccurrenceKey">Two requests with the same key are one run.</param>
public sealed record RunRequest(JobDefinition Job, string OccurrenceKey, DateOnly? AsOf = null, bool DryRun = false);

/// <summary>The only place that runs a job: claims the occurrence, fixes the day, runs, and logs what became of it.</summary>
public sealed partial class JobRunner(IEnumerable<IJob> jobs, RunLog log, OfficeClock clock, ILogger<JobRunner> logger)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromHours(2);

    /// <returns>Null when this occurrence already ran or is running elsewhere.</returns>
    public async Task<JobOutcome?> RunAsync(RunRequest request, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        var job = jobs.Single(one => one.Duty == request.Job.Duty);
        var today = request.AsOf ?? clock.Today;
        if (request.DryRun)
        {
            return await job.RunAsync(new JobContext("", today, true, progress), cancellationToken);
        }

        var ticket = await log.TryStartAsync(request.Job.Name, request.OccurrenceKey, today, Environment.MachineName, TimeLimit, cancellationToken: cancellationToken);
        if (ticket is null)
        {
            LogAlreadyRan(request.Job.Name, request.OccurrenceKey);
            return null;
        }

        var outcome = await RunLoggedAsync(job, new JobContext(ticket.Id, today, false, progress), request.Job.Name, cancellationToken);
        await log.FinishAsync(ticket, outcome);
        LogFinished(request.Job.Name, outcome.Result, outcome.Summary);
        return outcome;
    }

    /// <summary>A bug or a broken world fails this run only; what it was is in the log and in the run's summary.</summary>
    private async Task<JobOutcome> RunLoggedAsync(IJob job, JobContext run, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await job.RunAsync(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new JobOutcome(JobResult.Partly, "Stopped on request; the next run goes on.", new Dictionary<string, int>());
        }
        catch (Exception failure)
        {
            LogFailed(failure, name);
            return new JobOutcome(JobResult.Failed, $"{failure.GetType().Name}: {failure.Message}", new Dictionary<string, int>());
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job}: occurrence {Occurrence} already ran or is running.")]
    private partial void LogAlreadyRan(string job, string occurrence);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job}: {Result}. {Summary}")]
    private partial void LogFinished(string job, JobResult result, string summary);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed.")]
    private partial void LogFailed(Exception failure, string job);
}
