using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;

namespace CcHc.Core.Tests.Jobs;

public class JobScheduleTest
{
    [Theory]
    [InlineData("daily 07:30", "0 30 7 ? * *")]
    [InlineData("every day at 7:30", "0 30 7 ? * *")]
    [InlineData("daily 07:30, 13:05", "0 30 7 ? * *|0 5 13 ? * *")]
    [InlineData("Weekdays 07:30", "0 30 7 ? * MON-FRI")]
    [InlineData("mondays 08:00", "0 0 8 ? * MON")]
    [InlineData("mondays, thursdays 08:00, 16:00", "0 0 8 ? * MON,THU|0 0 16 ? * MON,THU")]
    [InlineData("day 1 08:00", "0 0 8 1 * ?")]
    [InlineData("last day 16:00", "0 0 16 L * ?")]
    [InlineData("hourly", "0 0 * ? * *")]
    [InlineData("every 5 minutes", "0 0/5 * ? * *")]
    [InlineData("every 2 hours", "0 0 0/2 ? * *")]
    [InlineData("every minute", "0 0/1 * ? * *")]
    [InlineData("cron 0 30 7 ? * MON-FRI", "0 30 7 ? * MON-FRI")]
    [InlineData("every 45 minutes", "0 0 0,3,6,9,12,15,18,21 ? * *|0 15 2,5,8,11,14,17,20,23 ? * *|0 30 1,4,7,10,13,16,19,22 ? * *|0 45 0,3,6,9,12,15,18,21 ? * *")]
    [InlineData("every 90 minutes", "0 0 0,3,6,9,12,15,18,21 ? * *|0 30 1,4,7,10,13,16,19,22 ? * *")]
    [InlineData("every 010 minutes", "0 0/10 * ? * *")]
    [InlineData("every 60 minutes", "0 0 0/1 ? * *")]
    [InlineData("day 31 08:00", "0 0 8 L * ?")]
    [InlineData("day 30 08:00", "0 0 8 30 1,3-12 ?|0 0 8 L 2 ?")]
    [InlineData("day 29 08:00", "0 0 8 29 1,3-12 ?|0 0 8 L 2 ?")]
    [InlineData("day 010 08:00", "0 0 8 10 * ?")]
    [InlineData("cron 0 0 8 ? * FRI#2", "0 0 8 ? * FRI#2")]
    public void Read_TurnsWordsIntoCron(string words, string crons) => Assert.Equal(crons.Split('|'), JobSchedule.Read(words)!.Crons);

    [Theory]
    [InlineData("")]
    [InlineData("sometimes")]
    [InlineData("daily")]
    [InlineData("daily 25:00")]
    [InlineData("day 32 08:00")]
    [InlineData("every 0 minutes")]
    [InlineData("mooondays 08:00")]
    public void Read_UnderstandsNothingElse(string words) => Assert.Null(JobSchedule.Read(words));

    // The times of a day, counted in minutes, must be as far from each other as the words say, over midnight as well.
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(36)]
    [InlineData(40)]
    [InlineData(45)]
    [InlineData(48)]
    [InlineData(72)]
    [InlineData(90)]
    [InlineData(480)]
    public void Read_KeepsTheInterval(int minutes)
    {
        var times = JobSchedule.Read($"every {minutes} minutes")!.Crons.SelectMany(MinutesOfTheDay).Order().ToList();
        Assert.Equal(Enumerable.Range(0, 1440 / minutes).Select(run => run * minutes), times);
    }

    [Theory]
    [InlineData("every 7 minutes", "every 6 minutes", "every 8 minutes")]
    [InlineData("every 25 minutes", "every 24 minutes", "every 30 minutes")]
    [InlineData("every 50 minutes", "every 48 minutes", "every 60 minutes")]
    [InlineData("every 5 hours", "every 4 hours", "every 6 hours")]
    [InlineData("every 100 minutes", "every 96 minutes", "every 120 minutes")]
    [InlineData("every 24 hours", "less than a day", "daily 07:30")]
    [InlineData("cron 30 7 * * 1-5", "six fields", "cron 0 30 7 ? * MON-FRI")]
    [InlineData("cron 0 6 1 * *", "six fields", "cron 0 0 6 1 * ?")]
    [InlineData("cron 0 30 7 ? * 1-5", "1 = SUN", "MON-FRI")]
    [InlineData("cron 0 30 7 ? * 2,4,6", "1 = SUN", "MON,WED,FRI")]
    [InlineData("cron 0 0 8 ? * 1", "1 = SUN", "MON")]
    public void Read_SaysWhatToWrite_WhereTheWordsCannotBeKept(string words, string reason, string cure)
    {
        Assert.Null(JobSchedule.Read(words, JobDays.All, out var refusal));
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
        Assert.Contains(cure, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("saturdays 08:00")]
    [InlineData("sundays 08:00")]
    [InlineData("saturdays, sundays 08:00")]
    public void Read_RefusesDaysOffAlone_AmongWorkingDays(string words)
    {
        Assert.NotNull(JobSchedule.Read(words));
        Assert.Null(JobSchedule.Read(words, JobDays.Working, out var refusal));
        Assert.Contains("never comes", refusal, StringComparison.Ordinal);
    }

    // 2026: 20/6 a Saturday, 20/9 a Sunday, 20/7 a Monday, 31/5 a Sunday, 30/4 and 1/5 days off followed by a weekend; Tết 14 to 22/2.
    [Theory]
    [InlineData("day 20 08:00", 2026, 6, "2026-06-22")]
    [InlineData("day 20 08:00", 2026, 7, "2026-07-20")]
    [InlineData("day 20 08:00", 2026, 9, "2026-09-21")]
    [InlineData("day 30 08:00", 2026, 5, "2026-05-04")]
    [InlineData("day 1 08:00", 2026, 5, "2026-05-04")]
    [InlineData("day 1 08:00", 2026, 8, "2026-08-03")]
    [InlineData("day 31 08:00", 2026, 5, "2026-05-29")]
    [InlineData("day 31 08:00", 2026, 2, "2026-02-27")]
    [InlineData("last day 08:00", 2026, 2, "2026-02-27")]
    [InlineData("last day 08:00", 2026, 5, "2026-05-29")]
    [InlineData("last day 08:00", 2026, 6, "2026-06-30")]
    public void CountsOn_MovesADayOfTheMonthToAWorkingDay(string words, int year, int month, string day)
    {
        var schedule = JobSchedule.Read(words, JobDays.Working)!;
        Assert.Contains(" ? * *", schedule.Crons[0], StringComparison.Ordinal);
        var first = new DateOnly(year, month, 1);
        var counted = Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(first.AddDays)
            .Where(one => schedule.CountsOn(one, JobDays.Working, WorkingCalendar.Statutory));
        Assert.Contains(DateOnly.Parse(day, CultureInfo.InvariantCulture), counted);
        Assert.InRange(counted.Count(), 1, words.StartsWith("day 30", StringComparison.Ordinal) ? 2 : 1);
    }

    [Fact]
    public void CountsOn_IsEveryWorkingDay_WithoutADayOfTheMonth()
    {
        var schedule = JobSchedule.Read("daily 08:00", JobDays.Working)!;
        Assert.True(schedule.CountsOn(new DateOnly(2026, 6, 22), JobDays.Working, WorkingCalendar.Statutory));
        Assert.False(schedule.CountsOn(new DateOnly(2026, 6, 20), JobDays.Working, WorkingCalendar.Statutory));
        Assert.True(schedule.CountsOn(new DateOnly(2026, 6, 20), JobDays.All, WorkingCalendar.Statutory));
    }

    private static IEnumerable<int> MinutesOfTheDay(string cron)
    {
        var fields = cron.Split(' ');
        return from hour in Values(fields[2], 24) from minute in Values(fields[1], 60) select hour * 60 + minute;
    }

    private static IEnumerable<int> Values(string field, int all) => field == "*" ? Enumerable.Range(0, all)
        : field.Split('/') is [var first, var step]
        ? Enumerable.Range(0, all).Where(value => value >= Number(first) && (value - Number(first)) % Number(step) == 0)
        : field.Split(',').Select(Number);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
