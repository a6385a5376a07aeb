using CcHc.Adapters.Alerts;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Office;
using CcHc.Worker.Execution;
using CcHc.Worker.Scheduling;
using CcHc.Worker.Timing;

namespace CcHc.Worker.Hosting;

/// <summary>
/// Whether the service can do its work (sẵn sàng): database, share, mail, queue, schedule, settings, no planned run overdue and none left unfinished. Each
/// answers empty when it is well, else in English: the admin reads it.
/// </summary>
public sealed class HealthReport(
    Database database, RunLog log, JobPlans plans, OutboxStore outbox, LetterHold hold, SharedFolder folder, JobsFile office, MailSettings mail,
    SchedulerService scheduler, SettingsWatch settings,
    Alarms alarms, RunLiveness liveness, WorkingDayCalendar workingDays, OfficeClock clock)
{
    /// <summary>Letters that waited so long for the mail server show that it is not there.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    /// <summary>A letter is tried within minutes; where a day's limit holds letters back, within days.</summary>
    private TimeSpan LongestQueue => mail.PerDay > 0 ? TimeSpan.FromDays(4) : TimeSpan.FromMinutes(30);

    /// <summary>A planned run begins within seconds, or when another one makes room.</summary>
    private static readonly TimeSpan PatienceWithStart = TimeSpan.FromMinutes(10);

    private readonly DateTimeOffset _since = clock.Now;

    public IReadOnlyDictionary<string, Func<CancellationToken, Task<string>>> Checks =>
        new Dictionary<string, Func<CancellationToken, Task<string>>>(StringComparer.Ordinal)
        {
            ["database"] = DatabaseAsync,
            ["share"] = ShareAsync,
            ["mail"] = MailAsync,
            ["queue"] = QueueAsync,
            ["schedule"] = _ => Task.FromResult(scheduler.Trouble),
            ["settings"] = _ => Task.FromResult(settings.Trouble),
            ["runs"] = RunsAsync,
            ["unfinished"] = UnfinishedAsync,
            ["alarms"] = AlarmsAsync,
        };

    public static IReadOnlyList<string> Names { get; } = ["database", "share", "mail", "queue", "schedule", "settings", "runs", "unfinished", "alarms"];

    /// <summary>A run that was cut short shows until somebody has taken it over.</summary>
    private async Task<string> UnfinishedAsync(CancellationToken cancellationToken) => string.Join(
        "; ", (await liveness.CutShortAsync(cancellationToken)).Select(
            run => $"{run.Job}, begun at {run.StartedAt:u}, was cut short on {run.Host} and waits to be taken over"));

    private Task<string> AlarmsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.Join("; ", alarms.Current().Select(alarm => $"{alarm.Job} since {alarm.Since:u}: {alarm.Trouble}")));

    private async Task<string> DatabaseAsync(CancellationToken cancellationToken)
    {
        // Asked, not only opened: a pool hands out connections whose server died.
        await database.AskAsync(cancellationToken);
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

    private async Task<string> QueueAsync(CancellationToken cancellationToken)
    {
        if (await hold.ReadAsync(cancellationToken) is { } held)
        {
            return $"All letters are held since {held.Since:u} ({held.Reason}); see `cchc hold`.";
        }

        return mail.Mode != MailMode.Preview && await outbox.UntriedAsync(cancellationToken) is { } untried && clock.Now - untried.Since > LongestQueue
            ? FormattableString.Invariant(
                $"{untried.Letters} letters wait since {untried.Since:u} and nobody sends them. Is there an enabled job that does deliver_mail?")
            : "";
    }

    /// <summary>A planned run that did not begin, and one that failed, show until the next good one.</summary>
    private async Task<string> RunsAsync(CancellationToken cancellationToken)
    {
        var late = new List<string>();
        var calendar = await workingDays.RecentAsync(cancellationToken);
        var paused = (await plans.ListAsync(cancellationToken)).Where(plan => plan.PausedUntil is not null).Select(plan => plan.Job)
            .ToHashSet(StringComparer.Ordinal);
        var latest = await log.LatestAsync(cancellationToken);
        foreach (var job in office.Jobs.Where(job => job is { IsEnabled: true, Schedule: not null }))
        {
            var last = latest.GetValueOrDefault(job.Name);
            if (last?.Outcome is { Result: JobResult.Failed } failed)
            {
                late.Add($"{job.Name} failed at {last.StartedAt:u}: {failed.Summary}");
            }
            else if (!paused.Contains(job.Name) && last is not { FinishedAt: null }
                && CronClock.Last(job, calendar, clock.Now - PatienceWithStart, 7) is { } planned && planned > _since && !(last?.StartedAt >= planned))
            {
                late.Add($"{job.Name} should have begun at {planned:u}");
            }
        }

        return string.Join("; ", late);
    }
}
