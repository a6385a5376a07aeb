using CcHc.Adapters.Alarming;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Sharing;
using CcHc.Adapters.Storage;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution;
using CcHc.Worker.Scheduling;

namespace CcHc.Worker.Service;

/// <summary>One thing the service needs, and whether it has it.</summary>
public sealed record HealthCheck(string Name, bool IsWell, string Detail);

/// <summary>Whether the service can do its work (sẵn sàng): database, share, mail, schedule, settings, and no planned run overdue. English: the admin reads it.</summary>
public sealed class HealthReport(
    Database database, RunLog log, Outbox outbox, SharedFolder folder, JobsFile office, MailSettings mail, SchedulerService scheduler, SettingsWatch settings,
    Alarms alarms, RunLiveness liveness,
    OfficeClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Letters that waited so long for the mail server show that it is not there.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    private readonly DateTimeOffset _since = clock.Now;
    private readonly CronClock _crons = new(clock.Zone);

    public async Task<IReadOnlyList<HealthCheck>> TakeAsync(CancellationToken cancellationToken) =>
    [
        await Of("database", DatabaseAsync, cancellationToken),
        await Of("share", ShareAsync, cancellationToken),
        await Of("mail", MailAsync, cancellationToken),
        new HealthCheck("schedule", scheduler.Trouble.Length == 0, scheduler.Trouble),
        new HealthCheck("settings", settings.Trouble.Length == 0, settings.Trouble),
        await Of("runs", RunsAsync, cancellationToken),
        await Of("unfinished", UnfinishedAsync, cancellationToken),
        await Of("alarms", AlarmsAsync, cancellationToken),
    ];

    private static async Task<HealthCheck> Of(string name, Func<CancellationToken, Task<string>> check, CancellationToken cancellationToken)
    {
        try
        {
            var trouble = await Task.Run(() => check(cancellationToken), cancellationToken).WaitAsync(Patience, cancellationToken);
            return new HealthCheck(name, trouble.Length == 0, trouble);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            return new HealthCheck(name, false, trouble is TimeoutException ? "No answer in time." : trouble.Message);
        }
    }

    /// <summary>A run that was cut short shows until somebody has taken it over.</summary>
    private async Task<string> UnfinishedAsync(CancellationToken cancellationToken) => string.Join(
        "; ", (await liveness.CutShortAsync(cancellationToken)).Select(run => $"{run.Job}, begun at {run.StartedAt:u}, was cut short on {run.Host} and waits to be taken over"));

    private Task<string> AlarmsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.Join("; ", alarms.Current().Select(alarm => $"{alarm.Job} since {alarm.Since:u}: {alarm.Trouble}")));

    private async Task<string> DatabaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return "";
    }

    private Task<string> ShareAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Directory.EnumerateFileSystemEntries(folder.Registers).Any() ? "" : $"{folder.Registers} is empty.");

    private async Task<string> MailAsync(CancellationToken cancellationToken)
    {
        if (mail.Mode == MailMode.Preview)
        {
            return "";
        }

        var waiting = (await outbox.ListAsync(DeliveryState.TryLater, 1, cancellationToken)).FirstOrDefault();
        return waiting is not null && clock.Now - waiting.QueuedAt > LongestWait
            ? $"Letters have been waiting since {waiting.QueuedAt:u}: {waiting.LastError}"
            : "";
    }

    /// <summary>A planned run is overdue when its time limit is past and no run began since; one that failed shows until the next good one.</summary>
    private async Task<string> RunsAsync(CancellationToken cancellationToken)
    {
        var late = new List<string>();
        foreach (var job in office.Jobs.Where(job => job is { IsEnabled: true, Schedule: not null }))
        {
            var last = (await log.RecentAsync(job.Name, 1, cancellationToken)).FirstOrDefault();
            if (last?.Outcome is { Result: JobResult.Failed } failed)
            {
                late.Add($"{job.Name} failed at {last.StartedAt:u}: {failed.Summary}");
            }
            else if (_crons.Last(job, WorkingCalendar.Statutory, clock.Now - job.TimeLimit, 7) is { } planned && planned > _since && !(last?.StartedAt >= planned))
            {
                late.Add($"{job.Name} should have run at {planned:u}");
            }
        }

        return string.Join("; ", late);
    }
}
