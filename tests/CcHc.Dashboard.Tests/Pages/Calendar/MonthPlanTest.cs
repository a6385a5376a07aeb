using CcHc.Dashboard.Pages.Calendar;
using CcHc.Dashboard.Pages.Tasks;
using CcHc.Dashboard.Snapshot;
using CcHc.Dashboard.Tests.Support;
using static CcHc.Dashboard.Tests.Support.TestBoard;

namespace CcHc.Dashboard.Tests.Pages.Calendar;

public class MonthPlanTest
{
    [Theory]
    [InlineData("2026-06", "2026-06-01", "2026-06-01", "2026-07-05")]
    [InlineData("2026-02", "2026-02-01", "2026-01-26", "2026-03-01")]
    [InlineData("2027-02", "2027-02-01", "2027-02-01", "2027-02-28")]
    [InlineData(null, "2026-06-01", "2026-06-01", "2026-07-05")]
    [InlineData("2026-13", "2026-06-01", "2026-06-01", "2026-07-05")]
    [InlineData("0001-01", "2026-06-01", "2026-06-01", "2026-07-05")]
    [InlineData("9999-12", "2026-06-01", "2026-06-01", "2026-07-05")]
    public void Of_BeginsWithMonday_AndEndsWithSunday(string? month, string first, string begins, string ends)
    {
        var plan = MonthPlan.Of(month, TestBoard.Office(Monday));

        Assert.Equal((first, begins, ends), (Iso(plan.First), Iso(plan.Weeks[0][0].Day), Iso(plan.Weeks[^1][^1].Day)));
        Assert.All(plan.Weeks, week => Assert.Equal(7, week.Count));
        Assert.Equal(DateTime.DaysInMonth(plan.First.Year, plan.First.Month), plan.Weeks.Sum(week => week.Count(day => day.IsInMonth)));
    }

    [Fact]
    public void DaysOff_AreShaded_AndTodayIsMarked()
    {
        var days = MonthPlan.Of("2026-04", TestBoard.Office(new DateOnly(2026, 4, 15))).Weeks.SelectMany(week => week).Where(day => day.IsInMonth).ToList();

        Assert.Equal([4, 5, 11, 12, 18, 19, 25, 26, 30], days.Where(day => day.IsOff).Select(day => day.Day.Day));
        Assert.Equal("Ngày Chiến thắng", days[^1].Note);
        Assert.Equal(15, Assert.Single(days, day => day.IsToday).Day.Day);
    }

    [Fact]
    public void Day_ShowsFourItems_AndCountsTheRest_TheAgenciesOfATaskTogether()
    {
        var owed = Enumerable.Range(1, 6)
            .SelectMany(row => new[] { Owed(TestBoard.Task(row, $"Việc {row}"), Justice, Monday), Owed(TestBoard.Task(row, $"Việc {row}"), Home, Monday) });
        var shared =
            TestBoard.Office(Monday, owed.GroupBy(one => one.Task.Key).SelectMany(group => group.Select(one => one with { Task = group.First().Task })));

        var day = MonthPlan.Of(null, shared).Weeks.SelectMany(week => week).Single(day => day.IsToday);

        Assert.Equal((6, 4, 2), (day.Items.Count, day.Shown.Count(), day.Hidden));
        Assert.All(day.Items, item => Assert.Equal(2, item.Agencies));
        Assert.All(MonthPlan.Of(null, shared, "STP").Weeks.SelectMany(week => week).Single(one => one.IsToday).Items, item => Assert.Equal(1, item.Agencies));
    }

    [Fact]
    public void Reports_StandAmongTheDueDays()
    {
        var item = TestBoard.Office(Monday).DueDays.On(Monday.AddDays(2))[0];

        Assert.Equal((null, 2, true), (item.TaskId, item.Agencies, item.Worst.Standing.IsOpen));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
