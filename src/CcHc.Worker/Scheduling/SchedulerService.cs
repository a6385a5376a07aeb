using CcHc.Adapters.Alerts;
using CcHc.Adapters.Backups;
using CcHc.Core.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CcHc.Worker.Scheduling;

/// <summary>
/// Starts the scheduler as soon as the database can be had, plans the jobs, and looks again every few minutes: days off may have changed, the machine may have
/// slept.
/// </summary>
public sealed partial class SchedulerService(
    ISchedulerFactory schedulers, Schedule schedule, SafeMigration migration, Alarms alarms, TimeProvider time, ILogger<SchedulerService> logger)
        : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(10);

    /// <summary>A database that restarts is soon back; away for longer, somebody must be told by a way that does not need it.</summary>
    private static readonly TimeSpan TroubleUntold = TimeSpan.FromMinutes(5);

    /// <summary>The service itself, among the jobs that alarms speak of.</summary>
    private const string AlarmName = "service";

    private bool _isRunning;
    private DateTimeOffset? _troubleSince;

    /// <summary>Empty when all is well; else why the schedule is not kept, in exact English.</summary>
    public string Trouble { get; private set; } = "The scheduler has not started yet.";

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_isRunning)
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            await scheduler.Shutdown(true, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await (_isRunning ? schedule.LookAgainAsync(stoppingToken) : StartAsyncOnce(stoppingToken));
                (Trouble, _troubleSince) = ("", null);
                await alarms.ClearAsync(AlarmName);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                // The database or the share is away: say so on the health page, and try again.
                Trouble = trouble.Message;
                LogTrouble(trouble);
                _troubleSince ??= time.GetUtcNow();
                if (time.GetUtcNow() - _troubleSince > TroubleUntold)
                {
                    await alarms.RaiseAsync(AlarmName, new JobOutcome(JobResult.Failed, trouble.Message, new Dictionary<string, int>()), stoppingToken);
                }
            }

            await Task.Delay(Trouble.Length == 0 ? Pause : PauseAfterTrouble, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StartAsyncOnce(CancellationToken cancellationToken)
    {
        await migration.RunAsync(cancellationToken);
        await schedule.PlanAsync(cancellationToken);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.Start(cancellationToken);
        _isRunning = true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedule could not be brought up to date; trying again soon.")]
    private partial void LogTrouble(Exception trouble);
}
