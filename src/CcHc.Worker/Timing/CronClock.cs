using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using Quartz;

namespace CcHc.Worker.Timing;

/// <summary>Planned times of a job (giờ chạy theo lịch) in office time, its working days heeded.</summary>
public static class CronClock
{
    /// <summary>An office's longest run of days off is far shorter.</summary>
    private const int LongestSearchDays = 400;

    private const int DaysOfAFewYears = 1500;

    /// <exception cref="SettingsException">A cron expression is malformed, or no day of any year fits it.</exception>
    public static void Check(JobsFile office)
    {
        foreach (var job in office.Jobs.Where(job => job.Schedule is not null))
        {
            foreach (var cron in job.Schedule!.Crons)
            {
                if (!CronExpression.TryParse(cron, out var expression))
                {
                    throw new SettingsException(
                        $"{office.Path}: jobs: {job.Name}: schedule: \"{cron}\" is not a cron expression of six fields (seconds minutes hours day month weekday).");
                }

                if (expression.GetNextValidTimeAfter(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)) is null)
                {
                    throw new SettingsException($"{office.Path}: jobs: {job.Name}: schedule: \"{cron}\" can never come true. Check its day and month.");
                }
            }

            if (job.Days == JobDays.Working && !ComesOnAWorkingDay(job))
            {
                throw new SettingsException(
                    $"{office.Path}: jobs: {job.Name}: schedule: \"{job.Schedule.Words}\" falls on days off only, so with \"days: working\" it never comes. Leave \"days\" out, or choose another day.");
            }
        }
    }

    // Weekends and statutory days off alone: a make-up day is no day to wait for.
    private static bool ComesOnAWorkingDay(JobDefinition job)
    {
        var from = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var day = 0; day < DaysOfAFewYears; day++)
        {
            if (Planned(job, from, from.AddDays(LongestSearchDays)).Cast<DateTimeOffset?>().FirstOrDefault() is not { } time)
            {
                from = from.AddDays(LongestSearchDays);
                continue;
            }

            if (Counts(job, WorkingCalendar.Statutory, time))
            {
                return true;
            }

            from = OfficeTime.StartOf(OfficeTime.DayOf(time).AddDays(1)).AddSeconds(-1);
        }

        return false;
    }

    /// <summary>The first planned time after an instant; null when the job has no schedule or nothing is planned within a year.</summary>
    public static DateTimeOffset? Next(JobDefinition job, WorkingCalendar calendar, DateTimeOffset after)
    {
        var limit = after.AddDays(LongestSearchDays);
        return Planned(job, after, limit).Where(time => Counts(job, calendar, time)).Cast<DateTimeOffset?>().FirstOrDefault();
    }

    /// <summary>The last planned time not after an instant, within the days before it.</summary>
    public static DateTimeOffset? Last(JobDefinition job, WorkingCalendar calendar, DateTimeOffset until, int daysBack)
    {
        // A schedule of minutes has thousands of times in a month; only the last day of it can hold the last one.
        for (var from = until.AddDays(-1); from >= until.AddDays(-daysBack); from = from.AddDays(-1))
        {
            if (Planned(job, from, until).Where(time => Counts(job, calendar, time)).Cast<DateTimeOffset?>().LastOrDefault() is { } last)
            {
                return last;
            }
        }

        return null;
    }

    private static bool Counts(JobDefinition job, WorkingCalendar calendar, DateTimeOffset time) =>
        job.Schedule!.CountsOn(OfficeTime.DayOf(time), job.Days, calendar);

    private static IEnumerable<DateTimeOffset> Planned(JobDefinition job, DateTimeOffset after, DateTimeOffset until)
    {
        var expressions = (job.Schedule?.Crons ?? []).Select(cron => CronExpression.Parse(cron).WithTimeZone(OfficeTime.Zone)).ToList();
        for (var time = Earliest(after); time is { } planned && planned <= until; time = Earliest(planned))
        {
            yield return planned;
        }

        DateTimeOffset? Earliest(DateTimeOffset instant) => expressions.Select(expression => expression.GetNextValidTimeAfter(instant)).Min();
    }
}
