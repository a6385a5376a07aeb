using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Tests.Support;
using CcHc.Core.Wording;

namespace CcHc.Core.Tests.Reminders;

/// <summary>docs/decisions/0008-stages.md.</summary>
public class ReminderStageTest
{
    private static readonly ReminderPolicy Silent = new()
    {
        WorkingDaysBefore = [5, 1], OnTheDay = false, EveryWorkingDaysAfter = 0,
        HeadAfterWorkingDays = 6, StandingBodyAfterWorkingDays = 8,
    };

    private static readonly LetterSettings Settings = new(
        "tỉnh Mẫu", Given.HomeAffairs, new LetterWording(_ => "Nhắc việc", _ => "", _ => "", _ => "", _ => ""));

    // Due Tuesday 30/6/2026.
    [Theory]
    [InlineData("2026-06-29", "T-1")]
    [InlineData("2026-06-30", "T-1")]
    [InlineData("2026-07-01", "T-1")]
    [InlineData("2026-07-07", "T-1")]
    [InlineData("2026-07-08", "T+6/head")]
    [InlineData("2026-07-10", "T+8/head T+8/standing-body")]
    [InlineData("2026-12-01", "T+8/head T+8/standing-body")]
    public void Plan_MakesUpForAMissedStage_AndEscalatesOnItsDay(string today, string stages) =>
        Assert.Equal(stages, Stages("Quý II/2026", today, Silent));

    [Theory]
    [InlineData("2026-07-09", "T+7")]
    [InlineData("2026-07-13", "T+7")]
    [InlineData("2026-07-14", "T+10/head")]
    [InlineData("2026-07-20", "T+14/head")]
    public void Plan_TellsTheHeadOnItsOwnDay_BetweenTwoStages(string today, string stages) =>
        Assert.Equal(stages, Stages("Quý II/2026", today, new ReminderPolicy { EveryWorkingDaysAfter = 7 }));

    [Fact]
    public void Plan_RemindsOnce_OnTheDayBeforeXAndOnX()
    {
        var first = Assert.Single(Plan("Trước ngày 18/6/2026", "2026-06-17", ReminderPolicy.Default));
        Assert.Equal(("T", Given.Day("2026-06-17")), (first.Key.Stage, first.Key.Due));
        Assert.Empty(Plan("Trước ngày 18/6/2026", "2026-06-18", ReminderPolicy.Default, first.Key));
    }

    [Fact]
    public void Plan_SendsNoStageThatWasPassed_WhenTheListOfDaysOffChanges()
    {
        var sent = Assert.Single(Plan("Ngày 30/6/2026", "2026-06-25", ReminderPolicy.Default)).Key;
        Assert.Equal("T-3", sent.Stage);

        var weekend = new[] { "2026-06-27", "2026-06-28" }.Select(day => new CalendarDay(Given.Day(day), CalendarDayKind.MakeUpWorkingDay));
        var rules = Given.Rules() with { Calendar = new WorkingCalendar(weekend) };
        var assessed = DeadlineAssessor.Assess(Given.Obligations(Given.Task("Ngày 30/6/2026")), rules, Given.Day("2026-06-26"));
        Assert.Equal(4, Assert.Single(assessed).Standing.WorkingDaysLeft);
        var plan = ReminderPlanner.Plan(assessed, ReminderPolicy.Default, new HashSet<ReminderKey> { sent }, Given.Day("2026-06-26"), true);
        Assert.Equal(NoReminderReason.AlreadySent, Assert.Single(plan.NotReminded).Reason);
    }

    [Theory]
    [InlineData("2026-06-22", "T")]
    [InlineData("2026-06-23", "")]
    public void Plan_CountsTheAgeOfATask_FromTheDayItWasReallyDue(string today, string stages) =>
        Assert.Equal(stages, Stages("Ngày 20/6/2026", today, new ReminderPolicy { OldestOverdueDays = 0 }));

    [Theory]
    [InlineData(-15, ReminderAudience.FocalPoint, "T-15")]
    [InlineData(0, ReminderAudience.FocalPoint, "T")]
    [InlineData(0, ReminderAudience.Head, "T/head")]
    [InlineData(10, ReminderAudience.Head, "T+10/head")]
    [InlineData(20, ReminderAudience.StandingBody, "T+20/standing-body")]
    public void Parse_ReadsWhatToStringWrote(int days, ReminderAudience audience, string text)
    {
        Assert.Equal(text, new ReminderStage(days, audience).ToString());
        Assert.Equal(new ReminderStage(days, audience), ReminderStage.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("T-")]
    [InlineData("T+5/boss")]
    [InlineData("5")]
    public void Parse_RefusesOtherWords(string text) => Assert.Null(ReminderStage.Parse(text));

    [Fact]
    public void Letter_SaysHowLateItIs_WhenNothingWasSaidBefore()
    {
        var late = Assert.Single(Plan("Quý II/2026", "2026-07-01", Silent));
        var text = Assert.Single(LetterWriter.WriteAll([late], Settings, Given.Day("2026-07-01"))).Text;
        Assert.Contains("Hạn: 30/6/2026, quá hạn 1 ngày làm việc", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DueDayOff.Keep, "2026-06-19", "hôm nay là ngày làm việc cuối trước hạn")]
    [InlineData(DueDayOff.NextWorkingDay, "2026-06-22", "đến hạn hôm nay")]
    public void Letter_DoesNotCallTodayTheDueDay_WhenThatIsAKeptDayOff(DueDayOff choice, string today, string why)
    {
        var reminders = Plan("Ngày 20/6/2026", today, new ReminderPolicy { DueDayOff = choice });
        Assert.Contains(why, Assert.Single(LetterWriter.WriteAll(reminders, Settings, Given.Day(today))).Text, StringComparison.Ordinal);
    }

    private static string Stages(string time, string today, ReminderPolicy policy) =>
        string.Join(' ', Plan(time, today, policy).Select(r => r.Stage.ToString()));

    private static IReadOnlyList<Reminder> Plan(string time, string today, ReminderPolicy policy, params ReminderKey[] sent) =>
        ReminderPlanner.Plan([Given.Assessed(time, today, policy)], policy, sent.ToHashSet(), Given.Day(today), true).Reminders;
}
