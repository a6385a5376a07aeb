using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Pages.Preview;
using CcHc.Dashboard.Snapshot;
using CcHc.Dashboard.Tests.Support;
using static CcHc.Dashboard.Tests.Support.TestBoard;

namespace CcHc.Dashboard.Tests.Pages.Preview;

public class ReminderOutlookTest
{
    /// <summary>Due on Thursday, 30/7/2026; today, the reason why not, the next day and its stage.</summary>
    [Theory]
    [InlineData("2026-06-15", NoReminderReason.NotYet, "2026-07-09", "T-15")]
    [InlineData("2026-07-09", null, "2026-07-09", "T-15")]
    [InlineData("2026-07-11", NoReminderReason.NotAWorkingDay, "2026-07-13", "T-15")]
    [InlineData("2026-07-30", null, "2026-07-30", "T")]
    [InlineData("2026-08-06", null, "2026-08-06", "T+5")]
    [InlineData("2026-08-13", null, "2026-08-13", "T+10/head")]
    [InlineData("2027-08-02", NoReminderReason.TooOld, null, null)]
    public void Of_TellsTodayAndTheNextDay(string day, NoReminderReason? why, string? next, string? stage)
    {
        var outlook = Of(Owed(TestBoard.Task(1, "Việc"), Justice, new DateOnly(2026, 7, 30)), DateOnly.ParseExact(day, "yyyy-MM-dd", null), []);

        Assert.Equal((why, next, stage), (outlook.WhyNot, outlook.NextDay?.ToString("yyyy-MM-dd", null), outlook.NextStage?.ToString()));
        Assert.Equal(why is null, outlook.Today.Count > 0);
    }

    [Theory]
    [InlineData("2026-06-15", NoReminderReason.NotYet, "2026-07-06", "T-15")]
    [InlineData("2026-07-09", NoReminderReason.Gathered, "2026-07-13", "T-15")]
    [InlineData("2026-07-30", null, "2026-07-30", "T")]
    public void Of_TellsTheWeekday_EarlyStagesAreKeptFor(string day, NoReminderReason? why, string next, string stage)
    {
        var outlook =
            Of(Owed(TestBoard.Task(1, "Việc"), Justice, new DateOnly(2026, 7, 30)), DateOnly.ParseExact(day, "yyyy-MM-dd", null), [], ReminderPolicy.Default);

        Assert.Equal((why, next, stage), (outlook.WhyNot, outlook.NextDay?.ToString("yyyy-MM-dd", null), outlook.NextStage?.ToString()));
    }

    [Fact]
    public void Of_LooksForTheNextStage_WhenThisOneWasSent()
    {
        var owed = Owed(TestBoard.Task(1, "Việc"), Justice, new DateOnly(2026, 7, 30));
        var sent = new ReminderKey(owed.Task.Key, "m1", new DateOnly(2026, 7, 30), "T-15", "STP");

        var outlook = Of(owed, new DateOnly(2026, 7, 10), [sent]);

        Assert.Equal((NoReminderReason.AlreadySent, new DateOnly(2026, 7, 21), new ReminderStage(-7)), (outlook.WhyNot, outlook.NextDay, outlook.NextStage));
    }

    public static TheoryData<Obligation, NoReminderReason> WithoutEnd => new()
    {
        { Owed(TestBoard.Task(1, "Việc", status: TaskProgress.Done), Justice, Monday), NoReminderReason.Done },
        { Owed(TestBoard.Task(1, "Việc", status: TaskProgress.Dropped), Justice, Monday), NoReminderReason.Dropped },
        { Owed(TestBoard.Task(1, "Việc"), Justice, null), NoReminderReason.NoDeadline },
        { Owed(TestBoard.Task(1, "Việc"), Agency.Unresolved("Tổ một cửa"), Monday), NoReminderReason.NoAgency },
        { Owed(TestBoard.Task(1, "Việc"), Silent, Monday), NoReminderReason.NoAddress },
        { Owed(TestBoard.Task(1, "Việc"), Justice, Monday.AddDays(700)), NoReminderReason.NotYet },
    };

    [Theory]
    [MemberData(nameof(WithoutEnd))]
    public void Of_NamesNoDay_WhereNoneComesByItself(Obligation owed, NoReminderReason why)
    {
        var outlook = Of(owed, Monday, []);

        Assert.Equal((why, null), (outlook.WhyNot, outlook.NextDay));
    }

    [Fact]
    public void Of_AnswersForEachRowInItsPlace()
    {
        var now = TestBoard.Office(Monday);

        Assert.Equal(now.Rows, ReminderOutlook.Of(now.Rows, ReminderPolicy.Default, new HashSet<ReminderKey>(), now).Select(outlook => outlook.Row));
    }

    [Fact]
    public void Policy_EscalatesNothing_WhenTheStandingBodyHasNoAddress()
    {
        var now = TestBoard.Office(Monday);
        var without = TestBoard.Settings with { StandingBodyCode = Silent.Code };

        Assert.Equal(ReminderPolicy.Default.StandingBodyAfterWorkingDays, ReminderOutlook.PolicyOf(TestBoard.Settings, now).StandingBodyAfterWorkingDays);
        Assert.Equal(0, ReminderOutlook.PolicyOf(without, now).StandingBodyAfterWorkingDays);
    }

    private static ReminderOutlook Of(Obligation owed, DateOnly today, HashSet<ReminderKey> sent, ReminderPolicy? policy = null)
    {
        var now = TestBoard.Office(today, [owed], [new CalendarDay(new DateOnly(2026, 4, 30), CalendarDayKind.DayOff)]);
        return Assert.Single(ReminderOutlook.Of(now.Rows, policy ?? TestBoard.EachOnItsDay, sent, now));
    }
}
