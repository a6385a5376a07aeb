using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Lists;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Office;
using Quartz.Impl.Calendar;

namespace CcHc.Worker.Timing;

/// <summary>The office's working days (lich-nghi.xlsx) as the scheduler needs them.</summary>
public sealed class WorkingDayCalendar(SharedFolder folder, FallbackWorkbookReader reader, OfficeClock clock)
{
    private const string CalendarName = "working-days";

    /// <summary>Years ahead the calendar is laid out; it is renewed far more often.</summary>
    private const int YearsAhead = 2;

    private static readonly TimeSpan RecentIsGoodFor = TimeSpan.FromMinutes(5);

    private volatile Recent? _recent;

    private sealed record Recent(DateTimeOffset At, WorkingCalendar Calendar);

    /// <summary>As it was some minutes ago at most, for what is asked each time somebody looks at a page.</summary>
    public async Task<WorkingCalendar> RecentAsync(CancellationToken cancellationToken)
    {
        if (_recent is not { } known || clock.Now - known.At > RecentIsGoodFor)
        {
            _recent = known = new Recent(clock.Now, await ReadAsync(cancellationToken));
        }

        return known.Calendar;
    }

    public async Task<WorkingCalendar> ReadAsync(CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(folder.HolidaysFile, folder.NameOf(folder.HolidaysFile), HolidayReader.Read, cancellationToken);
        return new WorkingCalendar(read.Content?.Days ?? []);
    }

    /// <summary>Under this name Quartz keeps the calendar of days on which a job that is bound to working days does not run.</summary>
    public static string CalendarNameOf(JobDefinition job) =>
        job.Schedule?.DayOfMonth is { } day ? FormattableString.Invariant($"{CalendarName}-day-{day}") : CalendarName;

    /// <summary>Every day from last year on that does not count for the job, one by one: Quartz knows holidays, but no Saturday that is worked.</summary>
    public HolidayCalendar ToQuartz(WorkingCalendar calendar, JobDefinition job)
    {
        var days = new HolidayCalendar { TimeZone = OfficeTime.Zone };
        var last = new DateOnly(clock.Today.Year + YearsAhead, 12, 31);
        for (var day = new DateOnly(clock.Today.Year - 1, 1, 1); day <= last; day = day.AddDays(1))
        {
            if (!job.Schedule!.CountsOn(day, job.Days, calendar))
            {
                days.AddExcludedDay(day);
            }
        }

        return days;
    }
}
