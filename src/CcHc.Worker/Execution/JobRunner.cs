using System.Diagnostics;
using CcHc.Adapters.Alerts;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Office;
using CcHc.Worker.Jobs;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Execution;

/// <summary>What is to be run: a job, on a day, for real or dry (yêu cầu chạy).</summary>
/// <param name="AsOf">Null: today at the office.</param>
/// <param name="OccurrenceKey">Two requests with the same key are one run.</param>
/// <param name="IsRetry">The occurrence failed, or was done in part, and is tried again.</param>
public sealed record JobExecutionRequest(JobDefinition Job, string OccurrenceKey, DateOnly? AsOf = null, bool DryRun = false, bool IsRetry = false)
{
    /// <summary>This attempt was cut short: its worker is dead.</summary>
    public int? DeadAttempt { get; init; }

    /// <summary>It is tried once more, minutes later, if it does not end well.</summary>
    public bool IsTriedAgain { get; init; }

    /// <summary>What a person asked for in particular.</summary>
    public PeriodCommand? Ask { get; init; }

    /// <summary>The run as Hangfire lists it; empty for one asked for on the command line.</summary>
    public string HangfireId { get; init; } = "";
}

/// <summary>The only place that runs a job: claims the occurrence, fixes the day, runs, says that it lives, and logs what became of it.</summary>
public sealed partial class JobRunner(IEnumerable<IJob> jobs, RunLog log, OfficeClock clock, TimeProvider time, HeartbeatPing ping, Alarms alarms,
    ILogger<JobRunner> logger)
{
    private const string Stopped = "Stopped on request; the next start goes on.";

    private static readonly TimeSpan PauseBetweenSigns = RunLog.LongestSilence / 6;

    /// <returns>Null when this occurrence already ran, is running elsewhere, or was taken over in the middle.</returns>
    public async Task<JobOutcome?> RunAsync(JobExecutionRequest request, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        var job = jobs.Single(one => one.Duty == request.Job.Duty);
        var today = request.AsOf ?? clock.Today;
        if (request.DryRun)
        {
            return await job.RunAsync(new JobContext("", today, true, progress, request.Ask), cancellationToken);
        }

        var claim = new RunClaim(request.Job.Name, request.OccurrenceKey, today, WorkerProcess.Name, request.Job.TimeLimit)
        {
            IsRetry = request.IsRetry, DeadAttempt = request.DeadAttempt, Ask = request.Ask?.Write()
                ?? "", IsDayGiven = request.AsOf is not null, HangfireId = request.HangfireId,
        };
        if (await log.TryStartAsync(claim, cancellationToken) is not { } ticket)
        {
            LogAlreadyRan(request.Job.Name, request.OccurrenceKey);
            return null;
        }

        using var journal = RunJournal.Begin(time);
        var begun = Stopwatch.GetTimestamp();
        LogBegun(request.Job.Name, ticket.Attempt, WorkerProcess.Name, today);
        var outcome = await RunAliveAsync(job, new JobContext(ticket.Id, today, false, progress, request.Ask, request.IsTriedAgain), request.Job, ticket,
            cancellationToken);
        Log(request.Job.Name, ticket, outcome, Stopwatch.GetElapsedTime(begun));
        if (!await log.FinishAsync(ticket, outcome, journal.Text))
        {
            LogTakenOver(request.Job.Name, request.OccurrenceKey);
            return null;
        }

        if (outcome.Result is JobResult.Done or JobResult.DoneWithFindings)
        {
            await alarms.ClearAsync(request.Job.Name);
            await ping.SendAsync(request.Job.Name, cancellationToken);
        }

        return outcome;
    }

    /// <summary>One line a run; a failure's stack is below it and nowhere else.</summary>
    private void Log(string job, RunTicket ticket, JobOutcome outcome, TimeSpan took)
    {
        if (outcome.Result == JobResult.Failed)
        {
            LogFailed(outcome.Failure, job, took.TotalSeconds, ticket.Id, ticket.Attempt, outcome.Summary);
        }
        else
        {
            LogFinished(job, outcome.Result.ToString(), took.TotalSeconds, ticket.Id, ticket.Attempt, outcome.Summary);
        }
    }

    private async Task<JobOutcome> RunAliveAsync(IJob job, JobContext run, JobDefinition definition, RunTicket ticket, CancellationToken cancellationToken)
    {
        using var ended = new CancellationTokenSource();
        using var takenOver = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, takenOver.Token);
        var signs = SayAliveAsync(ticket, takenOver, ended.Token);
        try
        {
            return await RunWithinLimitAsync(job, run, definition, stop.Token);
        }
        finally
        {
            await ended.CancelAsync();
            await signs;
        }
    }

    /// <summary>
    /// Until the run has ended. A run that somebody has taken over, as this machine slept, is stopped. By the machine's own timer: it tells that this process
    /// lives, whatever day a run is judged on.
    /// </summary>
    private async Task SayAliveAsync(RunTicket ticket, CancellationTokenSource takenOver, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(PauseBetweenSigns);
        while (!ended.IsCancellationRequested)
        {
            try
            {
                if (await timer.WaitForNextTickAsync(ended) && !await log.SayAliveAsync(ticket))
                {
                    await takenOver.CancelAsync();
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception away)
            {
                // The run needs the database itself and tells of it; the next sign is only seconds away.
                LogNoSign(away.Message);
            }
        }
    }

    /// <summary>A bug or a broken world fails this run only; what it was is in the log and in the run's summary.</summary>
    private async Task<JobOutcome> RunWithinLimitAsync(IJob job, JobContext run, JobDefinition definition, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(definition.TimeLimit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var outcome = await job.RunAsync(run, stop.Token);
            return cancellationToken.IsCancellationRequested && outcome.Counts.GetValueOrDefault(JobOutcome.MailsWaiting) > 0
                ? outcome with { Result = JobResult.Partly, Summary = $"{Stopped} {outcome.Summary}" }
                : outcome;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new JobOutcome(JobResult.Partly, Stopped, new Dictionary<string, int>());
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new JobOutcome(JobResult.Failed,
                FormattableString.Invariant($"Stopped after its time limit of {definition.TimeLimit.TotalMinutes} minutes."), new Dictionary<string, int>());
        }
        catch (Exception failure)
        {
            return new JobOutcome(JobResult.Failed, $"{failure.GetType().Name}: {failure.Message}", new Dictionary<string, int>()) { Failure = failure };
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job}: occurrence {Occurrence} already ran or is running.")]
    private partial void LogAlreadyRan(string job, string occurrence);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Job} begins, attempt {Attempt} on {Worker}, as of {Day}.")]
    private partial void LogBegun(string job, int attempt, string worker, DateOnly day);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job}: {Result} after {Seconds:0.0} s, run {Run}, attempt {Attempt}. {Summary}")]
    private partial void LogFinished(string job, string result, double seconds, string run, int attempt, string summary);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Job}: occurrence {Occurrence} was taken over by another worker meanwhile; what that one tells stands.")]
    private partial void LogTakenOver(string job, string occurrence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The run could not say that it lives: {Reason}")]
    private partial void LogNoSign(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job}: Failed after {Seconds:0.0} s, run {Run}, attempt {Attempt}. {Summary}")]
    private partial void LogFailed(Exception? failure, string job, double seconds, string run, int attempt, string summary);
}
