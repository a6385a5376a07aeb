using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Reminders;

/// <summary>Early stages gathered on one weekday: fewer letters, no stage lost.</summary>
public class GatheringTest
{
    private static readonly DateOnly First = Given.Day("2026-01-05");
    private static readonly DateOnly Last = Given.Day("2026-12-31");

    [Theory]
    [InlineData(DayOfWeek.Monday)]
    [InlineData(DayOfWeek.Wednesday)]
    [InlineData(DayOfWeek.Friday)]
    public void Plan_LosesNoStage_AndSendsNoneLater(DayOfWeek weekday)
    {
        // One due day each calendar day of the year from February on.
        var obligations = Enumerable.Range(0, 300)
            .SelectMany(i => Given.Obligations(Given.Task("", key: $"so#{i}") with { DueDate = Given.Day("2026-02-02").AddDays(i) })).ToList();
        var (daily, gathered) = (Lived(obligations, null), Lived(obligations, weekday));
        Assert.Equal(daily.Keys.Select(key => key.ToString()).Order(), gathered.Keys.Select(key => key.ToString()).Order());
        Assert.All(gathered, one => Assert.True(one.Value <= daily[one.Key], one.Key.ToString()));
        var early = gathered.Where(one => one.Key.Stage is "T-15" or "T-7").ToList();
        Assert.All(early, one => Assert.True(GatheringDay.Of(Policy(weekday), Given.Calendar, one.Value)!.Value.IsToday, one.Key.ToString()));
        Assert.True(early.Select(one => one.Value).Distinct().Count() < daily.Where(one => one.Key.Stage is "T-15" or "T-7").Select(one => one.Value).Distinct()
            .Count() / 4);
    }

    [Theory]
    // 4/5/2026 is a Monday off, 5/5 worked; 9/5 a worked Saturday.
    [InlineData("2026-04-27", true)]
    [InlineData("2026-04-28", false)]
    [InlineData("2026-05-04", false)]
    [InlineData("2026-05-05", true)]
    [InlineData("2026-05-06", false)]
    [InlineData("2026-05-09", false)]
    [InlineData("2026-05-11", true)]
    public void Of_IsTheWeekdayOrTheFirstWorkingDayAfterIt(string day, bool isToday) =>
        Assert.Equal(isToday, GatheringDay.Of(Policy(DayOfWeek.Monday), Given.Calendar, Given.Day(day))!.Value.IsToday);

    [Fact]
    public void Plan_DoesNotWait_ForAGatheringDayThatWouldBeTooLate()
    {
        // Typed into the register on a Wednesday, due in five working days: on Monday it would not be early any more.
        var late = Given.Assessed("Ngày 17/6/2026", "2026-06-10");
        var plan = ReminderPlanner.Plan([late], Policy(DayOfWeek.Monday), new HashSet<ReminderKey>(), Given.Day("2026-06-10"), true,
            GatheringDay.Of(Policy(DayOfWeek.Monday), Given.Calendar, Given.Day("2026-06-10")));
        Assert.Equal("T-7", Assert.Single(plan.Reminders).Key.Stage);
        var early = Given.Assessed("Ngày 30/6/2026", "2026-06-10");
        plan = ReminderPlanner.Plan([early], Policy(DayOfWeek.Monday), new HashSet<ReminderKey>(), Given.Day("2026-06-10"), true,
            GatheringDay.Of(Policy(DayOfWeek.Monday), Given.Calendar, Given.Day("2026-06-10")));
        Assert.Equal(NoReminderReason.Gathered, Assert.Single(plan.NotReminded).Reason);
    }

    private static ReminderPolicy Policy(DayOfWeek? weekday) => ReminderPolicy.Default with { GatherEarlyOn = weekday };

    private static Dictionary<ReminderKey, DateOnly> Lived(List<Obligation> obligations, DayOfWeek? weekday)
    {
        var (sent, days, policy) = (new HashSet<ReminderKey>(), new Dictionary<ReminderKey, DateOnly>(), Policy(weekday));
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            var plan = ReminderPlanner.Plan(DeadlineAssessor.Assess(obligations, Given.Rules(), day), policy, sent, day, Given.Calendar.IsWorkingDay(day),
                GatheringDay.Of(policy, Given.Calendar, day));
            foreach (var reminder in plan.Reminders)
            {
                sent.Add(reminder.Key);
                days.Add(reminder.Key, day);
            }
        }

        return days;
    }
}
