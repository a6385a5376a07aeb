using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Office;
using CcHc.Worker.Execution;
using CcHc.Worker.Timing;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CcHc.Worker.Scheduling;

/// <summary>Brings Quartz to what jobs.yml and the list of days off say, and makes up for runs missed while nothing ran.</summary>
public sealed partial class Schedule(
    ISchedulerFactory schedulers, JobsFile office, WorkingDayCalendar workingDays, JobQueue queue, RunLog log, JobPlans plans, OfficeClock clock,
    ILogger<Schedule> logger)
{
    /// <summary>So far back a missed run is looked for; longer away nobody misses it.</summary>
    private const int DaysBack = 31;

    /// <summary>Every job with its triggers. The calendar of working days comes first: triggers name it.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var calendar = await workingDays.ReadAsync(cancellationToken);
        await BringCalendarsAsync(scheduler, calendar, cancellationToken);

        foreach (var job in office.Jobs.Where(job => job is { IsEnabled: true, Schedule: not null }))
        {
            await scheduler.ScheduleJob(DetailOf(job), TriggersOf(job), ScheduleJobOptions.Replacing, cancellationToken);
        }

        await TellAsync(calendar, cancellationToken);
        await MakeUpAsync(calendar, cancellationToken);
    }

    /// <summary>Looks again at the list of days off, and for runs missed since, as after a machine has slept.</summary>
    public async Task LookAgainAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var calendar = await workingDays.ReadAsync(cancellationToken);
        await BringCalendarsAsync(scheduler, calendar, cancellationToken);
        await TellAsync(calendar, cancellationToken);
        await MakeUpAsync(calendar, cancellationToken);
    }

    /// <summary>One calendar of days for each rule of the jobs that are bound to working days, changed only when the days have.</summary>
    private async Task BringCalendarsAsync(IScheduler scheduler, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        foreach (var job in office.Jobs.Where(job => job is { IsEnabled: true, Schedule: not null, Days: JobDays.Working })
            .DistinctBy(WorkingDayCalendar.CalendarNameOf))
        {
            var wanted = workingDays.ToQuartz(calendar, job);
            if (await scheduler.GetCalendar(WorkingDayCalendar.CalendarNameOf(job), cancellationToken) is not Quartz.Impl.Calendar.HolidayCalendar known
                || !known.DaysExcluded.SetEquals(wanted.DaysExcluded))
            {
                await scheduler.AddCalendar(WorkingDayCalendar.CalendarNameOf(job), wanted, AddCalendarOptions.ReplacingAndUpdatingTriggers, cancellationToken);
            }
        }
    }

    /// <summary>For those who only look.</summary>
    private Task TellAsync(WorkingCalendar calendar, CancellationToken cancellationToken) => plans.WriteAsync(
        [
            .. office.Jobs.Select(job => new JobPlan
            {
                Job = job.Name,
                Duty = job.Duty.ToString(),
                Schedule = job.Schedule is null ? "" : job.Schedule.Words + (job.Days == JobDays.Working ? ", working days" : ""),
                IsEnabled = job.IsEnabled,
                NextAt = job is { IsEnabled: true, Schedule: not null } ? CronClock.Next(job, calendar, clock.Now) : null,
            }),
        ],
        cancellationToken);

    private async Task MakeUpAsync(WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        foreach (var job in office.Jobs.Where(job => job is { IsEnabled: true, Schedule: not null, Missed: MissedRunPolicy.RunOnce }))
        {
            var lastRun = (await log.RecentAsync(job.Name, 1, cancellationToken)).FirstOrDefault()?.StartedAt;
            if (MissedRuns.ToMakeUp(job, CronClock.Last(job, calendar, clock.Now, DaysBack), lastRun, clock.Now) is not { } missed)
            {
                continue;
            }

            if (await plans.IsPausedAsync(job.Name, cancellationToken))
            {
                LogPaused(job.Name);
                continue;
            }

            await queue.EnqueueAsync(job.Name, OccurrenceKey.Of(missed), cancellationToken);
        }
    }

    private static JobKey KeyOf(JobDefinition job) => new(job.Name);

    private static IJobDetail DetailOf(JobDefinition job) => JobBuilder.Create<EnqueueOccurrence>()
        .WithIdentity(KeyOf(job))
        .UsingJobData(EnqueueOccurrence.JobName, job.Name)
        .StoreDurably()
        .Build();

    private List<ITrigger> TriggersOf(JobDefinition job) =>
    [
        .. job.Schedule!.Crons.Select((cron, place) => TriggerBuilder.Create()
            .WithIdentity(FormattableString.Invariant($"{job.Name}#{place}"))
            .WithCronSchedule(cron, schedule => schedule.InTimeZone(OfficeTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing))
            .WithCalendarName(job.Days == JobDays.Working ? WorkingDayCalendar.CalendarNameOf(job) : null)
            .Build()),
    ];

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} is paused; the run it missed is left out until the pause is over.")]
    private partial void LogPaused(string job);
}
