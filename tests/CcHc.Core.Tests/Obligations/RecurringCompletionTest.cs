using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Core.Tests.Support;
using CcHc.Core.Wording;

namespace CcHc.Core.Tests.Obligations;

/// <summary>A recurring duty is done occurrence by occurrence.</summary>
public class RecurringCompletionTest
{
    private const string Quarterly = "Định kỳ hàng quý, chậm nhất ngày 20 tháng cuối quý";

    [Theory]
    [InlineData("nothing said", "2026-03-16", null, null, null, StatusKind.Recurring, "2026-03-20")]
    [InlineData("the first quarter reported done before it is due", "2026-03-16", "2026-03-31", null, null, StatusKind.Recurring, "2026-06-22")]
    [InlineData("the register says “đã gửi quý I”", "2026-03-16", null, null, "2026-03-31", StatusKind.Recurring, "2026-06-22")]
    [InlineData("reported not done, and the day is over", "2026-03-25", null, "2026-03-31", null, StatusKind.Overdue, "2026-03-20")]
    [InlineData("it does not vanish into the next one", "2026-06-15", null, "2026-03-31", null, StatusKind.Overdue, "2026-03-20")]
    [InlineData("the register says it was sent after all", "2026-06-15", null, "2026-03-31", "2026-03-31", StatusKind.Recurring, "2026-06-22")]
    [InlineData("two quarters in the register", "2026-06-15", null, null, "2026-06-30", StatusKind.Recurring, "2026-09-21")]
    [InlineData("a month that ends before the quarter's day closes none", "2026-03-16", null, null, "2026-02-10", StatusKind.Recurring, "2026-03-20")]
    [InlineData("the year is over for it", "2026-12-15", "2026-12-31", null, null, StatusKind.Recurring, null)]
    public void Assess_ClosesOneOccurrence(string rule, string today, string? doneThrough, string? undoneThrough, string? registerThrough, StatusKind kind,
        string? due)
    {
        var task = Given.Task(Quarterly) with { DoneThrough = DayOf(registerThrough) };
        var obligation = Assert.Single(Given.Obligations(task)) with
        {
            Reported = doneThrough is null ? null : new ReportedCompletion(null) { Through = DayOf(doneThrough) },
            ReportedUndone = undoneThrough is null ? null : new ReportedUndone("Chưa hoàn thành", null, DayOf(undoneThrough), "Quý I/2026"),
        };
        var standing = Assert.Single(DeadlineAssessor.Assess([obligation], Given.Rules(), Given.Day(today))).Standing;
        Assert.Equal((rule, kind, DayOf(due)), (rule, standing.Kind, standing.Due));
    }

    /// <summary>Two periods said so one after the other: the first occurrence stays open while the second is still to come, and after it.</summary>
    [Theory]
    [InlineData("2026-06-15", null, null, StatusKind.Overdue, "2026-03-20")]
    [InlineData("2026-06-25", null, null, StatusKind.Overdue, "2026-03-20")]
    [InlineData("2026-06-15", null, "2026-03-31", StatusKind.Recurring, "2026-06-22")]
    [InlineData("2026-06-25", null, "2026-03-31", StatusKind.Overdue, "2026-06-22")]
    [InlineData("2026-06-25", "2026-03-31", null, StatusKind.Overdue, "2026-06-22")]
    [InlineData("2026-06-25", "2026-06-30", null, StatusKind.Recurring, "2026-09-21")]
    public void Assess_KeepsTheFirstOccurrenceReportedUndone(string today, string? doneThrough, string? registerThrough, StatusKind kind, string due)
    {
        var obligation = Assert.Single(Given.Obligations(Given.Task(Quarterly) with { DoneThrough = DayOf(registerThrough) })) with
        {
            Reported = doneThrough is null ? null : new ReportedCompletion(null) { Through = DayOf(doneThrough) },
            ReportedUndone =
                new ReportedUndone("Chưa thực hiện", null, Given.Day("2026-06-30"), "6 tháng đầu năm 2026") { EarlierThrough = [Given.Day("2026-03-31")] },
        };
        var standing = Assert.Single(DeadlineAssessor.Assess([obligation], Given.Rules(), Given.Day(today))).Standing;
        Assert.Equal((kind, Given.Day(due)), (standing.Kind, standing.Due));
    }

    [Fact]
    public void Assess_MissesNoOccurrence_WhenTheReportSaysItIsUnderWay()
    {
        var obligation = Assert.Single(Given.Obligations(Given.Task(Quarterly))) with
        {
            ReportedUndone = new ReportedUndone("Đang thực hiện", null, Given.Day("2026-03-31"), "Quý I/2026") { IsUnderWay = true },
        };
        Assert.Equal((StatusKind.Recurring, Given.Day("2026-06-22")),
            Assert.Single(DeadlineAssessor.Assess([obligation], Given.Rules(), Given.Day("2026-06-15"))).Standing is var standing
                ? (standing.Kind, standing.Due) : default);
    }

    [Fact]
    public void Assess_TakesADatedPartAsDone_WhenTheRegisterSaysItsPeriodIs()
    {
        var task = Given.Task("- Báo cáo lần một: 31/3/2026\n- Báo cáo lần hai: 30/9/2026") with { Status = TaskProgress.InProgress,
            DoneThrough = Given.Day("2026-03-31") };
        Assert.Equal([StatusKind.DoneUndated, StatusKind.Upcoming], DeadlineAssessor.Assess(Given.Obligations(task), Given.Rules(), Given.Day("2026-06-15"))
            .Select(one => one.Standing.Kind));
    }

    [Theory]
    [InlineData("Báo cáo công tác cải cách hành chính quý, 6 tháng, năm", true)]
    [InlineData("Thực hiện chế độ báo cáo định kỳ về công tác CCHC", true)]
    [InlineData("Xây dựng báo cáo kết quả thực hiện cải cách hành chính hàng quý", true)]
    [InlineData("Gửi báo cáo CCHC định kỳ về Sở Nội vụ", true)]
    [InlineData("Tổng hợp, báo cáo tình hình thực hiện CCHC", false)]
    [InlineData("Báo cáo công tác kiểm soát thủ tục hành chính", false)]
    [InlineData("Rà soát thủ tục hành chính, báo cáo kết quả cải cách hành chính", false)]
    [InlineData("Tuyên truyền cải cách hành chính", false)]
    public void IsReport_KnowsTheRegimesReportAmongTheRows(string text, bool isReport) =>
        Assert.Equal(isReport, PeriodReportRows.IsReport(Assert.Single(Given.Obligations(Given.Task("Định kỳ hàng quý") with { Text = text }))));

    [Theory]
    [InlineData("the form is out: one chase", null, 1, NoReminderReason.IsPeriodReport)]
    [InlineData("handed in: the row waits for the next quarter", "2026-06-15", 0, NoReminderReason.NotYet)]
    public void Plan_ChasesThePeriodReportOnce(string rule, string? handedIn, int reminders, NoReminderReason ofRow)
    {
        var row =
            Assert.Single(Given.Obligations(Given.Task("Định kỳ hàng quý", key: "so#bao-cao") with { Text = "Báo cáo công tác cải cách hành chính hàng quý" }));
        var milestone = new Milestone { Kind = MilestoneKind.Date, Start = Given.Day("2026-06-05"), Due = Given.Day("2026-06-20"), Reading = "" };
        var duty = new Obligation(Given.Task("", key: "bao-cao|2026-6T"), milestone, "M1", Given.Justice) { Reported = handedIn is null
            ? null : new ReportedCompletion(Given.Day(handedIn)) };
        var rules = new RemindingRules("tỉnh Mẫu", Given.HomeAffairs, ReminderPolicy.Default with { GatherEarlyOn = null },
            ReminderPolicy.Default with { WorkingDaysBefore = [3, 1] }, Given.Calendar,
                ReportingRegimes.ByCode("nd-09-2019")!, new LetterWording(_ => "", _ => "", _ => "", _ => "", _ => ""));
        var plan = DayPlan.Of([row], [duty], rules, new HashSet<ReminderKey>(), Given.Day("2026-06-17")).Plan;
        Assert.Equal((rule, reminders), (rule, plan.Reminders.Count));
        Assert.Equal(ofRow, plan.NotReminded.Single(one => one.Assessed.Obligation.Task.Key == "so#bao-cao").Reason);
    }

    /// <summary>What is told of an agency counts the report and not the row beside it.</summary>
    [Theory]
    [InlineData(null, 1)]
    [InlineData("2026-06-15", 2)]
    public void Assessed_CountsRowAndReportOnce(string? handedIn, int rows)
    {
        var row =
            Assert.Single(Given.Obligations(Given.Task("Định kỳ hàng quý", key: "so#bao-cao") with { Text = "Báo cáo công tác cải cách hành chính hàng quý" }));
        var milestone = new Milestone { Kind = MilestoneKind.Date, Start = Given.Day("2026-06-05"), Due = Given.Day("2026-06-20"), Reading = "" };
        var duty = new Obligation(Given.Task("", key: "bao-cao|2026-6T"), milestone, "M1", Given.Justice) { Reported = handedIn is null
            ? null : new ReportedCompletion(Given.Day(handedIn)) };
        var rules = new RemindingRules("tỉnh Mẫu", Given.HomeAffairs, ReminderPolicy.Default, ReminderPolicy.Default, Given.Calendar,
            ReportingRegimes.ByCode("nd-09-2019")!,
                new LetterWording(_ => "", _ => "", _ => "", _ => "", _ => ""));
        var plan = DayPlan.Of([row], [duty], rules, new HashSet<ReminderKey>(), Given.Day("2026-06-17"));
        Assert.Equal(rows, plan.Assessed.Count);
        Assert.True(LetterFacts.Of(plan.Assessed, [], 0).OpenOf(Given.Justice.Code)!.DueSoon <= 1);
    }

    private static DateOnly? DayOf(string? day) => day is null ? null : Given.Day(day);
}
