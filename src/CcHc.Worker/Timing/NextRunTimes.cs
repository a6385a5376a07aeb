using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Calendars;
using CcHc.Office;

namespace CcHc.Worker.Timing;

/// <summary>When each job runs next (giờ chạy tới), reckoned when it is asked for: never a time that has passed.</summary>
public sealed class NextRunTimes(JobsFile office, WorkingDayCalendar workingDays, OfficeClock clock)
{
    private static readonly TimeSpan CalendarIsGoodFor = TimeSpan.FromMinutes(5);

    private (DateTimeOffset At, WorkingCalendar Calendar)? _calendar;

    /// <returns>By name; a job without a schedule, or switched off, is not among them.</returns>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_calendar is not { } known || clock.Now - known.At > CalendarIsGoodFor)
        {
            _calendar = known = (clock.Now, await workingDays.ReadAsync(cancellationToken));
        }

        var times = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var job in office.Jobs.Where(job => job is { IsEnabled: true, Schedule: not null }))
        {
            if (CronClock.Next(job, known.Calendar, clock.Now) is { } next)
            {
                times[job.Name] = next;
            }
        }

        return times;
    }
}
