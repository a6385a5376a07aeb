using CcHc.Adapters.Alarming;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Worker.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Engine;

/// <summary>What somebody asks for: a job, on a day, for real or dry.</summary>
/// <param name="AsOf">Null: today at the office.</param>
/// <param name="OccurrenceKey">Two requests with the same key are one run.</param>
/// <param name="IsRetry">The occurrence failed, or was done in part, and is tried again.</param>
/// <param name="IsTakeOver">Its worker died in the middle of it.</param>
public sealed record RunRequest(JobDefinition Job, string OccurrenceKey, DateOnly? AsOf = null, bool DryRun = false, bool IsRetry = false, bool IsTakeOver = false)
{
    /// <summary>It is tried once more, minutes later, if it does not end well.</summary>
    public bool IsTriedAgain { get; init; }

    /// <summary>What a person asked for in particular.</summary>
    public ReportAsk? Ask { get; init; }
}

/// <summary>The only place that runs a job: claims the occurrence, fixes the day, runs, and logs what became of it.</summary>
public sealed partial class JobRunner(IEnumerable<IJob> jobs, RunLog log, OfficeClock clock, TimeProvider time, DeadMansPing ping, Alarms alarms, ILogger<JobRunner> logger, IHostApplicationLifetime? host = null)
{
    /// <summary>Machine and process: what an administrator looks for when a run hangs.</summary>
    private static readonly string WorkerName = FormattableString.Invariant($"{Environment.MachineName}:{Environment.ProcessId}");

    /// <returns>Null when this occurrence already ran or is running elsewhere.</returns>
    public async Task<JobOutcome?> RunAsync(RunRequest request, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        var job = jobs.Single(one => one.Duty == request.Job.Duty);
        var today = request.AsOf ?? clock.Today;
        if (request.DryRun)
        {
            return await job.RunAsync(new JobContext("", today, true, progress, request.Ask), cancellationToken);
        }

        var ticket = await log.TryStartAsync(
            request.Job.Name, request.OccurrenceKey, today, WorkerName, request.Job.TimeLimit, request.IsRetry, request.IsTakeOver, cancellationToken);
        if (ticket is null)
        {
            LogAlreadyRan(request.Job.Name, request.OccurrenceKey);
            return null;
        }

        var outcome = await RunWithinLimitAsync(job, new JobContext(ticket.Id, today, false, progress, request.Ask, request.IsTriedAgain), request.Job, cancellationToken);
        await log.FinishAsync(ticket, outcome);
        LogFinished(request.Job.Name, outcome.Result, outcome.Summary);
        if (outcome.Result is JobResult.Done or JobResult.DoneWithFindings)
        {
            await alarms.ClearAsync(request.Job.Name);
            await ping.SendAsync(request.Job.Name, cancellationToken);
        }

        return outcome;
    }

    /// <summary>A bug or a broken world fails this run only; what it was is in the log and in the run's summary.</summary>
    private async Task<JobOutcome> RunWithinLimitAsync(IJob job, JobContext run, JobDefinition definition, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(definition.TimeLimit, time);
        // A service asked to stop lets the job finish the letter in hand and no more.
        var stopping = host?.ApplicationStopping ?? CancellationToken.None;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, stopping);
        try
        {
            return await job.RunAsync(run, stop.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested || stopping.IsCancellationRequested)
        {
            return new JobOutcome(JobResult.Partly, "Stopped on request; the next run goes on.", new Dictionary<string, int>());
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new JobOutcome(JobResult.Failed, FormattableString.Invariant($"Stopped after its time limit of {definition.TimeLimit.TotalMinutes} minutes."), new Dictionary<string, int>());
        }
        catch (Exception failure)
        {
            LogFailed(failure, definition.Name);
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
