using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.Regimes;
using CcHc.Core.Reminders;
using CcHc.Core.Tests.Support;
using CcHc.Core.Wording;

namespace CcHc.Core.Tests.Reminders;

public class DayPlanTest
{
    private static readonly LetterWording Wording =
        new(blanks => $"{blanks["agency"]}: {blanks["counts"]}", _ => "Kính gửi", _ => "Mở đầu", _ => "Đề nghị", _ => "Ký");

    private static readonly RemindingRules Rules = new(
        "tỉnh Mẫu", Given.HomeAffairs, ReminderPolicy.Default, ReminderPolicy.Default with { WorkingDaysBefore = [2] }, Given.Calendar,
        ReportingRegimes.Decree09, Wording);

    [Fact]
    public void Of_PutsTasksAndReportsOfAnAgencyIntoOneLetter_EachByItsOwnPolicy()
    {
        var plan = DayPlan.Of(Owed("Ngày 17/6/2026", "việc"), Owed("Ngày 17/6/2026", "báo cáo"), Rules, Nothing, Given.Day("2026-06-15"));

        Assert.Equal(["T-2", "T-3"], plan.Plan.Reminders.Select(reminder => reminder.Stage.ToString()));
        Assert.Equal(2, Assert.Single(plan.Letters).Reminders.Count);
    }

    [Fact]
    public void Of_EscalatesNothing_WhenTheStandingBodyHasNoAddress()
    {
        var unheard = Rules with { StandingBody = RemindingRules.StandingBodyOf(null, "SNV") };

        Assert.Contains(DayPlan.Of(Owed("Ngày 01/6/2026"), [], Rules, Nothing, Given.Day("2026-06-29")).Plan.Reminders, IsEscalated);
        Assert.DoesNotContain(DayPlan.Of(Owed("Ngày 01/6/2026"), [], unheard, Nothing, Given.Day("2026-06-29")).Plan.Reminders, IsEscalated);

        static bool IsEscalated(Reminder reminder) => reminder.Stage.Audience == ReminderAudience.StandingBody;
    }

    [Fact]
    public void Days_CountEachDaysRemindersAsSentOnTheNext_AndLeaveOutDaysOff()
    {
        // Due on Tuesday 30/6/2026; the weekend of 27 and 28 lies between.
        var days = DayPlan.Days(Owed("Ngày 30/6/2026"), [], Rules, Nothing, Given.Day("2026-06-24"), Given.Day("2026-06-30")).ToList();

        Assert.Equal(["24", "25", "26", "29", "30"], days.Select(day => FormattableString.Invariant($"{day.Day:dd}")));
        Assert.Equal(["T-7", "T-3", "", "T-1", "T"], days.Select(day => string.Join(' ', day.Plan.Reminders.Select(reminder => reminder.Stage.ToString()))));
    }

    [Theory]
    [InlineData("2026-06-24")]
    [InlineData("2026-06-26")]
    [InlineData("2026-06-28")]
    [InlineData("2026-06-29")]
    [InlineData("2026-06-30")]
    public void Ahead_IsTheLastOfTheDays(string last)
    {
        var (first, day) = (Given.Day("2026-06-24"), Given.Day(last));
        var (days, ahead) = (DayPlan.Days(Owed("Ngày 30/6/2026"), [], Rules, Nothing, first, day).LastOrDefault(one => one.Day == day),
            DayPlan.Ahead(Owed("Ngày 30/6/2026"), [], Rules, Nothing, first, day));

        Assert.Equal(days?.Plan.Reminders.Select(reminder => reminder.Key), ahead?.Plan.Reminders.Select(reminder => reminder.Key));
        Assert.Equal(days?.Letters.Select(letter => letter.Text), ahead?.Letters.Select(letter => letter.Text));
    }

    [Fact]
    public void Letters_SayWhenTheYearHasNoListOfDaysOff()
    {
        var unlisted = Rules with { Calendar = WorkingCalendar.Statutory };
        Assert.Contains("Lịch nghỉ năm 2026 chưa cập nhật",
            Assert.Single(DayPlan.Of(Owed("Ngày 30/6/2026"), [], unlisted, Nothing, Given.Day("2026-06-29")).Letters).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lịch nghỉ năm", Assert.Single(DayPlan.Of(Owed("Ngày 30/6/2026"), [], Rules, Nothing, Given.Day("2026-06-29")).Letters).Text,
            StringComparison.Ordinal);
    }

    private static HashSet<ReminderKey> Nothing => [];

    private static IReadOnlyList<Obligation> Owed(string time, string key = "so#1") => Given.Obligations(Given.Task(time, key: key));
}
