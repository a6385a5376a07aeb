using System.Globalization;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Core.Reminders;
using CcHc.Worker.Scheduling;
using CcHc.Worker.Tests.Support;
using CcHc.Worker.Timing;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Scheduling;

public class CronClockTest
{


    // From Monday 01/6/2026, 09:00.
    [Theory]
    [InlineData("day 20 08:00", JobDays.All, "2026-06-20 08:00")]
    [InlineData("day 20 08:00", JobDays.Working, "2026-06-22 08:00")]
    [InlineData("day 31 08:00", JobDays.All, "2026-06-30 08:00")]
    [InlineData("last day 08:00", JobDays.Working, "2026-06-30 08:00")]
    [InlineData("every 45 minutes", JobDays.All, "2026-06-01 09:45")]
    [InlineData("every 90 minutes", JobDays.All, "2026-06-01 10:30")]
    [InlineData("day 1 08:00", JobDays.Working, "2026-07-01 08:00")]
    [InlineData("weekdays 08:00", JobDays.Working, "2026-06-02 08:00")]
    public void Next_IsTheTimeTheWordsMean(string words, JobDays days, string next) => Assert.Equal(
        next, Local(CronClock.Next(Job(words, days), WorkingCalendar.Statutory, new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(7)))!.Value));

    [Fact]
    public void Next_KeepsTheInterval_OverMidnight()
    {
        var times = new List<DateTimeOffset> { new(2026, 6, 1, 22, 0, 0, TimeSpan.FromHours(7)) };
        while (times.Count < 6)
        {
            times.Add(CronClock.Next(Job("every 45 minutes", JobDays.All), WorkingCalendar.Statutory, times[^1])!.Value);
        }

        Assert.Equal(["22:30", "23:15", "00:00", "00:45", "01:30"], times.Skip(1).Select(time => Local(time)[11..]));
    }

    [Theory]
    [InlineData("cron 0 0 8 30 2 ?", JobDays.All, "can never come true")]
    [InlineData("cron 0 0 8 31 4,6,9,11 ?", JobDays.All, "can never come true")]
    [InlineData("cron 0 0 8 ? * SAT", JobDays.Working, "falls on days off only")]
    [InlineData("cron 0 0 8 ? * SAT,SUN", JobDays.Working, "falls on days off only")]
    [InlineData("cron 0 0/5 8-17 ? * SUN", JobDays.Working, "falls on days off only")]
    [InlineData("cron 0 0 8 30 4 ?", JobDays.Working, "falls on days off only")]
    [InlineData("cron 0 0 8 1 1 ?", JobDays.Working, "falls on days off only")]
    public void Check_RefusesAScheduleThatNeverComes(string words, JobDays days, string reason) => Assert.Contains(
        reason, Assert.Throws<SettingsException>(() => CronClock.Check(Office(Job(words, days)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("cron 0 0 8 29 2 ?", JobDays.All)]
    [InlineData("cron 0 0 8 ? * SAT,MON", JobDays.Working)]
    [InlineData("cron 0 0 8 ? * SAT", JobDays.All)]
    [InlineData("every 5 minutes", JobDays.Working)]
    [InlineData("day 31 08:00", JobDays.Working)]
    [InlineData("day 1 02:00", JobDays.Working)]
    public void Check_TakesAScheduleThatComes(string words, JobDays days) => CronClock.Check(Office(Job(words, days)));

    [Fact]
    public async Task TheSchedulersCalendar_HasTheMovedDayAlone()
    {
        await using var office = new TestOffice();
        office.Clock.Now = new DateTimeOffset(2026, 6, 1, 3, 0, 0, TimeSpan.Zero);
        await using var host = await office.OpenAsync();

        var calendar = host.Services.GetRequiredService<WorkingDayCalendar>().ToQuartz(WorkingCalendar.Statutory, Job("day 20 08:00", JobDays.Working));

        var june = Enumerable.Range(1, 30).Select(day => new DateTimeOffset(2026, 6, day, 8, 0, 0, TimeSpan.FromHours(7))).Where(calendar.IsTimeIncluded);
        Assert.Equal(22, Assert.Single(june).Day);
    }

    private static string Local(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static JobDefinition Job(string words, JobDays days) =>
        new("viec", JobDuty.ReadRegisters) { Schedule = JobSchedule.Read(words, days), Days = days };

    private static JobsFile Office(JobDefinition job) =>
        new("jobs.yml", "tỉnh Mẫu", "SNV", "/", "/", "nd-09-2019", ReminderPolicy.Default, ResultRecipients.Nobody, [job]);
}
