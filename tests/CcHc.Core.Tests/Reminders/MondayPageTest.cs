using CcHc.Core.Answers;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Reminders;

public class MondayPageTest
{
    private static MondayPage Page(string today, IEnumerable<ReminderKey> sent, params AssessedObligation[] assessed) =>
        MondayPage.Of(assessed, sent, Given.Day(today));

    [Theory]
    [InlineData("2026-06-15", "2026-06-08")] // a Monday looks back to the one before
    [InlineData("2026-06-16", "2026-06-15")]
    [InlineData("2026-06-19", "2026-06-15")]
    [InlineData("2026-06-20", "2026-06-15")]
    [InlineData("2026-06-21", "2026-06-15")]
    public void Of_LooksBackToLastMonday(string today, string since) => Assert.Equal(Given.Day(since), Page(today, []).Since);

    [Fact]
    public void Of_PutsTheWorstFirst_AndCountsWhatIsNew()
    {
        var page = Page("2026-06-15", [], Given.Assessed("Ngày 12/6/2026", "2026-06-15"), Given.Assessed("Ngày 01/6/2026", "2026-06-15"),
            Given.Assessed("Quý IV/2026", "2026-06-15"));
        Assert.Equal([10, 1], page.Overdue.Select(line => line.WorkingDaysOver));
        Assert.Equal(1, page.NewlyOverdue);
        Assert.Equal("2 việc quá hạn của 1 cơ quan, trong đó 1 việc mới quá hạn từ thứ Hai, 8/6/2026", page.Headline);
    }

    [Fact]
    public void Of_CountsEveryLetterThatCarriedALine_ButNotThoseToTheStandingBody()
    {
        var late = Given.Assessed("Ngày 01/6/2026", "2026-06-29");
        var sent = new[] { new ReminderStage(0), new ReminderStage(5), new ReminderStage(10, ReminderAudience.Head),
            new ReminderStage(20, ReminderAudience.StandingBody) };
        Assert.Equal(3, Page("2026-06-29", sent.Select(stage => Reminder.KeyOf(late, stage)), late).Overdue[0].TimesReminded);
    }

    [Fact]
    public void Of_TellsWhatWasFinished_AndWhatIsDueThisWeek()
    {
        var done = Given.Task("Ngày 30/6/2026") with { Status = TaskProgress.Done, CompletedOn = Given.Day("2026-06-10") };
        var before = Given.Task("Ngày 30/6/2026", key: "so#2") with { Status = TaskProgress.Done, CompletedOn = Given.Day("2026-06-05") };
        var assessed = new[] { done, before, Given.Task("Ngày 19/6/2026", key: "so#3"), Given.Task("Ngày 22/6/2026", key: "so#4") }
            .SelectMany(task => DeadlineAssessor.Assess(Given.Obligations(task), Given.Rules(), Given.Day("2026-06-15"))).ToArray();
        var page = Page("2026-06-15", [], assessed);
        Assert.Equal(("so#1", "so#3"), (Assert.Single(page.Done).Obligation.Task.Key, Assert.Single(page.DueThisWeek).Obligation.Task.Key));
        Assert.Equal("Từ thứ Hai, 8/6/2026 đến nay 1 việc hoàn thành; 1 việc đến hạn trong tuần này.", page.Movement);
        Assert.Equal("Không có việc quá hạn", page.Headline);
    }

    [Theory]
    [InlineData(AnswerState.Waiting, "cơ quan trả lời đã xong ngày 9/6/2026, văn bản 12/BC-STP, chờ xử lý")]
    [InlineData(AnswerState.Refused, "")]
    public void Of_NamesWhatWasAnsweredAndNobodyDecidedYet(AnswerState state, string caution)
    {
        var late = Given.Assessed("Ngày 01/6/2026", "2026-06-15");
        var said = new AgencyStatement("k", TaskProgress.Done, "Đã xong", Given.Day("2026-06-09"), "12/BC-STP", null, "", "Trả lời", 6);
        var answered =
            late with { Obligation =
                late.Obligation with { Answer = new AnswerStanding(new GivenAnswer { Id = 1, AgencyCode = "STP", Statement = said, SaidOn = Given.Day("2026-06-12"), State = state }, null) } };
        var page = Page("2026-06-15", [], answered);

        Assert.Equal(caution, page.Overdue[0].Caution);
        Assert.Contains(page.Blocks(1).Single().Lines, line => line.Text == (caution.Length > 0 ? "Trước khi đôn đốc: " + caution : ""));
    }
}
