using System.Globalization;
using CcHc.Core.Calendars;

namespace CcHc.Core.Tests.Calendars;

public class WorkingCalendarTest
{
    private static readonly WorkingCalendar Listed = new(
    [
        new CalendarDay(Day("2026-04-27"), CalendarDayKind.DayOff, "Nghỉ bù Giỗ Tổ"),
        new CalendarDay(Day("2026-04-30"), CalendarDayKind.DayOff),
        new CalendarDay(Day("2026-05-01"), CalendarDayKind.DayOff),
        new CalendarDay(Day("2026-08-22"), CalendarDayKind.MakeUpWorkingDay, "Làm bù"),
        new CalendarDay(Day("2027-01-01"), CalendarDayKind.DayOff),
    ]);

    [Theory]
    [InlineData("2026-04-29", true)]
    [InlineData("2026-04-30", false)]
    [InlineData("2026-05-02", false)] // Saturday
    [InlineData("2026-08-22", true)] // a Saturday worked
    [InlineData("2026-02-17", true)] // Tết, but the office's list says what is off in the years it covers
    [InlineData("2027-02-08", false)] // the list has only New Year's Day of 2027: the law's days hold
    public void IsWorkingDay_TakesTheListWhereItCoversTheYear(string day, bool isWorking) => Assert.Equal(isWorking, Listed.IsWorkingDay(Day(day)));

    [Fact]
    public void CoversYear_IsFalse_WhenOnlyNewYearLeaveIsListed()
    {
        Assert.True(Listed.CoversYear(2026));
        Assert.False(Listed.CoversYear(2027));
        Assert.False(Listed.CoversYear(2025));
    }

    [Fact]
    public void With_ChangesTheGivenDaysAlone()
    {
        var tried =
            Listed.With([new CalendarDay(Day("2026-06-15"), CalendarDayKind.DayOff), new CalendarDay(Day("2026-04-30"), CalendarDayKind.MakeUpWorkingDay),
                new CalendarDay(Day("2027-05-04"), CalendarDayKind.DayOff)]);

        Assert.Equal((false, true, false),
            (tried.IsWorkingDay(Day("2026-06-15")), tried.IsWorkingDay(Day("2026-04-30")), tried.IsWorkingDay(Day("2027-05-04"))));
        Assert.True(Listed.IsWorkingDay(Day("2026-06-15")));
        // A day tried out does not make the year's list known: the law's days off still hold.
        Assert.False(tried.CoversYear(2027));
        Assert.False(tried.IsWorkingDay(Day("2027-02-08")));
    }

    [Theory]
    [InlineData("2026-04-29", "2026-04-29", "2026-04-29")]
    [InlineData("2026-04-30", "2026-05-04", "2026-04-29")]
    [InlineData("2026-05-03", "2026-05-04", "2026-04-29")]
    [InlineData("2026-12-31", "2026-12-31", "2026-12-31")]
    [InlineData("2027-01-01", "2027-01-04", "2026-12-31")]
    public void NextAndPrevious_StepOverDaysOff(string day, string next, string previous)
    {
        Assert.Equal(Day(next), Listed.NextWorkingDay(Day(day)));
        Assert.Equal(Day(previous), Listed.PreviousWorkingDay(Day(day)));
    }

    [Theory]
    [InlineData("2026-04-28", 1, "2026-04-29")]
    [InlineData("2026-04-28", 2, "2026-05-04")]
    [InlineData("2026-05-02", 1, "2026-05-04")]
    [InlineData("2026-05-02", -1, "2026-04-29")]
    [InlineData("2026-05-04", -1, "2026-04-29")]
    [InlineData("2026-05-02", 0, "2026-05-02")]
    [InlineData("2026-12-30", 3, "2027-01-05")]
    [InlineData("2027-01-05", -3, "2026-12-30")]
    public void AddWorkingDays_CountsOnlyWorkedDays(string day, int count, string expected) =>
        Assert.Equal(Day(expected), Listed.AddWorkingDays(Day(day), count));

    [Theory]
    [InlineData("2026-04-28", "2026-04-28", 0)]
    [InlineData("2026-04-28", "2026-04-29", 1)]
    [InlineData("2026-04-28", "2026-05-03", 1)]
    [InlineData("2026-04-28", "2026-05-04", 2)]
    [InlineData("2026-05-04", "2026-04-28", -2)]
    [InlineData("2026-08-21", "2026-08-24", 2)]
    public void WorkingDaysBetween_CountsAfterFromUpToTo(string from, string to, int expected) =>
        Assert.Equal(expected, Listed.WorkingDaysBetween(Day(from), Day(to)));

    [Fact]
    public void Counting_AgreesWithCountingDayByDay()
    {
        var from = Day("2025-11-15");
        var count = 0;
        for (var day = from; day < Day("2028-03-01"); day = day.AddDays(1))
        {
            count += day > from && Listed.IsWorkingDay(day) ? 1 : 0;
            Assert.Equal(count, Listed.WorkingDaysBetween(from, day));
            if (count > 0)
            {
                Assert.Equal(Listed.PreviousWorkingDay(day), Listed.AddWorkingDays(from, count));
            }
        }
    }

    [Theory]
    [InlineData(2023, "01-02 01-23 01-24 01-25 01-26 01-27 05-01 05-02 05-03 09-01 09-04")] // 29/4 and 30/4 on a weekend are made up on 2/5 and 3/5
    [InlineData(2024, "01-01 02-09 02-12 02-13 02-14 02-15 04-18 04-30 05-01 09-02 09-03")]
    [InlineData(2025, "01-01 01-28 01-29 01-30 01-31 02-03 04-07 04-30 05-01 09-01 09-02")]
    [InlineData(2019, "01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-30 05-01 09-02")]
    public void StatutoryDaysOff_AreThoseOfTheLaw_OnWeekdays(int year, string expected)
    {
        var days = StatutoryDaysOff.Of(year).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Order();
        Assert.Equal(expected, string.Join(' ', days.Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void List_TheLaterEntryOfADayCounts()
    {
        var calendar = new WorkingCalendar([new(Day("2026-06-01"), CalendarDayKind.DayOff), new(Day("2026-06-01"), CalendarDayKind.MakeUpWorkingDay)]);
        Assert.True(calendar.IsWorkingDay(Day("2026-06-01")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
