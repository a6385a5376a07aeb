using CcHc.Adapters.Backups;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Execution;

/// <summary>
/// Looks every two seconds for runs nobody works on and hands them over: asked for by people, left in the queue by a process that died or was stopped, cut
/// short in the middle (khôi phục lần chạy). Every node does; of several who see the same one acts.
/// </summary>
public sealed partial class RunRecovery(
    RunQueue queue, RunLog log, RunLiveness liveness, JobQueue jobs, JobStorage storage, IBackgroundJobClient hangfire, JobsFile office,
    SafeMigration migration, TimeProvider time,
    ILogger<RunRecovery> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(10);

    /// <summary>So long a run that has ended may need until its end is told everywhere.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isReady = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                if (!isReady)
                {
                    await migration.RunAsync(stoppingToken);
                    isReady = true;
                }

                await LookAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                // The database is away; whoever keeps the schedule tells of it.
                LogTrouble(trouble.Message);
                pause = PauseAfterTrouble;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One look at everything that is not settled.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        // In this order: what another node takes in between counts as taken.
        var queued = await queue.ListAsync(cancellationToken);
        var unfinished = await log.UnfinishedAsync(cancellationToken);
        foreach (var run in unfinished.Where(run => liveness.IsDead(run) && !queued.Any(one => IsOf(one, run))).ToList())
        {
            await PutBackAsync(run, cancellationToken);
            queued = await queue.ListAsync(cancellationToken);
        }

        if (queued.Count == 0)
        {
            return;
        }

        using var connection = storage.GetConnection();
        foreach (var due in queued)
        {
            var run = unfinished.FirstOrDefault(run => IsOf(due, run));
            if (run is null || liveness.IsDead(run))
            {
                await LookAtAsync(due, run, connection, cancellationToken);
            }
        }
    }

    private static bool IsOf(QueuedRun due, LoggedRun run) => due.Job == run.Job && due.OccurrenceKey == run.OccurrenceKey;

    private async Task PutBackAsync(LoggedRun run, CancellationToken cancellationToken)
    {
        if (office.Jobs.Any(job => job.Name == run.Job && job.IsEnabled))
        {
            await queue.PutBackAsync(run, cancellationToken);
        }
        else
        {
            await log.FinishAsync(
                new RunTicket(run.Id, run.Attempt),
                new JobOutcome(JobResult.Failed, "Its worker ended in the middle of it, and jobs.yml no longer has the job.", new Dictionary<string, int>()));
        }
    }

    /// <param name="cutShort">Null: it has not begun, or its last try ended.</param>
    private async Task LookAtAsync(QueuedRun due, LoggedRun? cutShort, IStorageConnection connection, CancellationToken cancellationToken)
    {
        var state = StateOf(due, connection);
        if (state == EnqueuedState.StateName || state == ScheduledState.StateName || (due.IsAtHand && (state is not null || due.HangfireId.Length == 0)))
        {
            return;
        }

        var run = cutShort ?? await log.FindAsync(due.Job, due.OccurrenceKey, cancellationToken);
        if (run?.Outcome is { Result: JobResult.Done or JobResult.DoneWithFindings } || state == DeletedState.StateName)
        {
            // Its process died before it took the row out; or a person took it out of Hangfire.
            await SettleAsync(due, cutShort, cancellationToken);
        }
        else if (state == ProcessingState.StateName && cutShort is null && !(run?.FinishedAt < time.GetUtcNow() - Patience))
        {
            // About to begin, or just ended.
            return;
        }
        else if (await queue.TakeAsync(due, cancellationToken))
        {
            if (cutShort is null)
            {
                LogHandedOver(due.Job, due.OccurrenceKey);
            }
            else
            {
                LogTakenOver(due.Job, due.OccurrenceKey, cutShort.Host);
            }

            if (state is null)
            {
                await jobs.HandOverAsync(due, cancellationToken);
            }
            else
            {
                hangfire.ChangeState(due.HangfireId, new EnqueuedState { Reason = cutShort is null
                    ? "Lượt chạy chưa có kết quả; chạy lại." : $"Tiến trình {cutShort.Host} dừng giữa chừng; chạy tiếp." });
            }
        }
    }

    private async Task SettleAsync(QueuedRun due, LoggedRun? cutShort, CancellationToken cancellationToken)
    {
        if (cutShort is not null)
        {
            await log.FinishAsync(new RunTicket(cutShort.Id, cutShort.Attempt),
                new JobOutcome(JobResult.Failed, "Its worker ended in the middle of it, and a person took it out.", new Dictionary<string, int>()));
        }

        await queue.SettleAsync(due.Job, due.OccurrenceKey, cancellationToken);
    }

    /// <returns>Null when Hangfire has not this run: never had it, lost it with its memory, or stored it under names this program no longer has.</returns>
    private static string? StateOf(QueuedRun due, IStorageConnection connection) =>
        due.HangfireId.Length > 0 && connection.GetJobData(due.HangfireId) is { LoadException: null, Job.Args: [string job, string key, ..] } data
            && job == due.Job && key == due.OccurrenceKey
            ? data.State
            : null;

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Job}: occurrence {Occurrence} is handed over.")]
    private partial void LogHandedOver(string job, string occurrence);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job}: occurrence {Occurrence} is handed over; it was cut short on {Worker}.")]
    private partial void LogTakenOver(string job, string occurrence, string worker);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Runs that wait cannot be looked at: {Reason}")]
    private partial void LogTrouble(string reason);
}
