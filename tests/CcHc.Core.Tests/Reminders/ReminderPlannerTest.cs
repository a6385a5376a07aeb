using CcHc.Core.Reminders;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Reminders;

public class ReminderPlannerTest
{
    // Due Tuesday 30/6/2026.
    [Theory]
    [InlineData("2026-06-08", null)]
    [InlineData("2026-06-09", "T-15")]
    [InlineData("2026-06-15", "T-15")]
    [InlineData("2026-06-19", "T-7")]
    [InlineData("2026-06-25", "T-3")]
    [InlineData("2026-06-29", "T-1")]
    [InlineData("2026-06-30", "T")]
    [InlineData("2026-07-03", "T")]
    [InlineData("2026-07-07", "T+5")]
    [InlineData("2026-07-13", "T+5")]
    [InlineData("2026-07-14", "T+10/head")]
    [InlineData("2026-07-28", "T+20/head T+20/standing-body")]
    public void Plan_ChoosesTheTightestStageReached(string today, string? stages) =>
        Assert.Equal(stages ?? "", string.Join(' ', PlanFor(today, []).Reminders.Select(r => r.Stage.ToString())));

    // The words are partly understood: the day is reminded of, but neither the head nor Sở Nội vụ hears of it.
    [Theory]
    [InlineData("Gói 6/2026")]
    [InlineData("Thứ Hai, ngày 30/6/2026")]
    [InlineData("3O/6/2026")]
    [InlineData("30/6/2026 (đã hoàn thành)")]
    public void Plan_TellsNobodyAboveTheFocalPoint_OfADoubtfulDay(string time)
    {
        var plan =
            ReminderPlanner.Plan([Given.Assessed(time, "2026-08-25")], ReminderPolicy.Default, new HashSet<ReminderKey>(), Given.Day("2026-08-25"), true);
        Assert.Equal(ReminderAudience.FocalPoint, Assert.Single(plan.Reminders).Stage.Audience);
    }

    [Fact]
    public void Plan_SkipsAStage_WhenItWasSent()
    {
        var first = Assert.Single(PlanFor("2026-06-19", []).Reminders);
        var again = PlanFor("2026-06-22", [first.Key]);
        Assert.Empty(again.Reminders);
        Assert.Equal(NoReminderReason.AlreadySent, Assert.Single(again.NotReminded).Reason);
    }

    [Fact]
    public void Plan_SendsOneLine_AfterDaysWithoutARun()
    {
        var first = Assert.Single(PlanFor("2026-06-09", []).Reminders);
        Assert.Equal("T-3", Assert.Single(PlanFor("2026-06-26", [first.Key]).Reminders).Stage.ToString());
    }

    [Fact]
    public void Plan_RemindsNobody_OnADayOff()
    {
        var plan = ReminderPlanner.Plan([Given.Assessed("Ngày 20/6/2026", "2026-06-20")], ReminderPolicy.Default, new HashSet<ReminderKey>(),
            Given.Day("2026-06-20"), false);
        Assert.Empty(plan.Reminders);
        Assert.Equal(NoReminderReason.NotAWorkingDay, Assert.Single(plan.NotReminded).Reason);
    }

    [Theory]
    [InlineData("Thường xuyên", NoReminderReason.NoDeadline)]
    [InlineData("Theo quy định của Trung ương", NoReminderReason.WaitingForEvent)]
    [InlineData("sớm nhất có thể", NoReminderReason.NotUnderstood)]
    [InlineData("Quý I/2025", NoReminderReason.TooOld)]
    [InlineData("Quý IV/2026", NoReminderReason.NotYet)]
    public void Plan_SaysWhyAnObligationIsNotReminded(string time, NoReminderReason reason)
    {
        var plan =
            ReminderPlanner.Plan([Given.Assessed(time, "2026-06-15")], ReminderPolicy.Default, new HashSet<ReminderKey>(), Given.Day("2026-06-15"), true);
        Assert.Equal(reason, Assert.Single(plan.NotReminded).Reason);
    }

    [Fact]
    public void Plan_LosesNoObligation()
    {
        string[] times = ["Ngày 16/6/2026", "Thường xuyên", "31/02/2026", "Quý IV/2026", "Ngày 01/6/2026"];
        var assessed = times.Select(time => Given.Assessed(time, "2026-06-15")).ToList();
        var plan = ReminderPlanner.Plan(assessed, ReminderPolicy.Default, new HashSet<ReminderKey>(), Given.Day("2026-06-15"), true);
        Assert.Equal(times.Length, plan.Reminders.Select(r => r.Assessed).Concat(plan.NotReminded.Select(n => n.Assessed)).Distinct().Count());
    }

    private static ReminderPlan PlanFor(string today, HashSet<ReminderKey> sent) =>
        ReminderPlanner.Plan([Given.Assessed("Quý II/2026", today)], ReminderPolicy.Default, sent, Given.Day(today), true);
}
