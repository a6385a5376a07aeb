using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Obligations;

public class DeadlineAssessorTest
{
    [Theory]
    [InlineData("Ngày 15/6/2026", "2026-06-15", StatusKind.DueToday, "2026-06-15", 0)]
    [InlineData("Ngày 15/6/2026", "2026-06-12", StatusKind.Upcoming, "2026-06-15", 1)]
    [InlineData("Ngày 15/6/2026", "2026-06-16", StatusKind.Overdue, "2026-06-15", -1)]
    [InlineData("Quý II/2026", "2026-06-15", StatusKind.Upcoming, "2026-06-30", 11)]
    // 31/5/2026 is a Sunday: the last day moves to Monday (BLDS 2015 Điều 148).
    [InlineData("Tháng 5/2026", "2026-06-01", StatusKind.DueToday, "2026-06-01", 0)]
    // 2/5 is a Saturday, 4/5 is swapped away: the next working day is 5/5.
    [InlineData("Ngày 02/5/2026", "2026-04-29", StatusKind.Upcoming, "2026-05-05", 1)]
    // The make-up Saturday 9/5 is a working day.
    [InlineData("Ngày 09/5/2026", "2026-05-08", StatusKind.Upcoming, "2026-05-09", 1)]
    [InlineData("Trước ngày 18/6/2026", "2026-06-16", StatusKind.Upcoming, "2026-06-17", 1)]
    [InlineData("Trước ngày 18/6/2026", "2026-06-18", StatusKind.DueToday, "2026-06-18", 0)]
    [InlineData("Trước ngày 18/6/2026", "2026-06-19", StatusKind.Overdue, "2026-06-18", -1)]
    [InlineData("Thường xuyên trong năm", "2026-06-15", StatusKind.Continuous, null, null)]
    [InlineData("Sau khi có hướng dẫn của Bộ Nội vụ", "2026-06-15", StatusKind.WaitingForEvent, null, null)]
    [InlineData("", "2026-06-15", StatusKind.NotUnderstood, null, null)]
    [InlineData("31/02/2026", "2026-06-15", StatusKind.NotUnderstood, null, null)]
    public void Assess_SaysHowAnObligationStands(string time, string today, StatusKind kind, string? due, int? left)
    {
        var standing = Given.Assessed(time, today).Standing;
        Assert.Equal((kind, due is null ? null : Given.Day(due), left), (standing.Kind, standing.Due, standing.WorkingDaysLeft));
    }

    [Fact]
    public void Assess_CallsTheWrittenDayOverdue_WhenTheOfficeReadsBeforeStrictly() =>
        Assert.Equal(StatusKind.Overdue, Given.Assessed("Trước ngày 18/6/2026", "2026-06-18", new ReminderPolicy { StrictBefore = true }).Standing.Kind);

    [Theory]
    [InlineData(DueDayOff.NextWorkingDay, "2026-06-22")]
    [InlineData(DueDayOff.PreviousWorkingDay, "2026-06-19")]
    [InlineData(DueDayOff.Keep, "2026-06-20")]
    public void Assess_MovesADueDayOff_AsTheOfficeChose(DueDayOff choice, string due)
    {
        var standing = Given.Assessed("Ngày 20/6/2026", "2026-06-15", new ReminderPolicy { DueDayOff = choice }).Standing;
        Assert.Equal((Given.Day(due), Given.Day("2026-06-20")), (standing.Due, standing.WrittenDue));
    }

    [Theory]
    [InlineData("2026-06-30", StatusKind.DoneInTime)]
    [InlineData("2026-07-01", StatusKind.DoneLate)]
    [InlineData(null, StatusKind.DoneUndated)]
    // Later than the day of the run, and a year before the plan: neither can be true.
    [InlineData("2026-12-30", StatusKind.DoneUndated)]
    [InlineData("2025-06-20", StatusKind.DoneUndated)]
    public void Assess_ComparesTheCompletionDayWithTheLastAllowedDay(string? completed, StatusKind kind)
    {
        var task = Given.Task("Quý II/2026") with { Status = TaskProgress.Done, CompletedOn = completed is null ? null : Given.Day(completed) };
        Assert.Equal(kind, DeadlineAssessor.Assess(Given.Obligations(task), Given.Rules(), Given.Day("2026-08-01"))[0].Standing.Kind);
    }

    [Theory]
    [InlineData("Định kỳ hàng quý, trước ngày 20 tháng cuối quý", "2026-06-15", "2026-06-19")]
    [InlineData("Định kỳ hàng quý, trước ngày 20 tháng cuối quý", "2026-06-22", "2026-09-21")]
    // Without a written day the regime decides: quarter III by the 20th (a Sunday) of its last month.
    [InlineData("Định kỳ hàng quý", "2026-07-01", "2026-09-21")]
    public void Assess_GivesARecurringDutyItsNextOccurrence(string time, string today, string due) =>
        Assert.Equal(Given.Day(due), Given.Assessed(time, today).Standing.Due);

    [Fact]
    public void Assess_EndsARecurringDutyWithItsPlan() =>
        Assert.Null(Given.Assessed("Định kỳ hàng quý, trước ngày 20 tháng cuối quý", "2027-03-01").Standing.Due);

    [Fact]
    public void Build_LetsTheDueColumnWinOverTheWords()
    {
        var task = Given.Task("Quý II/2026") with { DueDate = Given.Day("2026-05-15") };
        Assert.Equal(Given.Day("2026-05-15"), Assert.Single(Given.Obligations(task)).Milestone.Due);
    }

    [Fact]
    public void Build_MovesOnlyTheMilestoneTheExtensionIsFor()
    {
        var task = Given.Task("- Kế hoạch: quý I/2026\n- Báo cáo: tháng 11/2026") with { ExtendedTo = Given.Day("2026-04-30") };
        Assert.Equal([Given.Day("2026-04-30"), Given.Day("2026-11-30")], Given.Obligations(task).Select(o => o.Milestone.Due!.Value));
    }

    [Fact]
    public void Build_KeepsTheKeyOfAMilestone_WhenALineIsInsertedAboveOrItsLabelIsReworded()
    {
        var before = Given.Obligations(Given.Task("- Báo cáo: tháng 11/2026")).Single(o => o.Milestone.Due == Given.Day("2026-11-30"));
        var after = Given.Obligations(Given.Task("- Kế hoạch: quý I/2026\n- Báo cáo tổng kết: tháng 11/2026"))
            .Single(o => o.Milestone.Due == Given.Day("2026-11-30"));
        Assert.Equal(before.MilestoneKey, after.MilestoneKey);
    }

    [Fact]
    public void Build_ListsATaskWithoutALead_UnderItsOwnWords()
    {
        var task = Given.Task("Quý II/2026") with { LeadText = "Ban chỉ đạo lâm thời" };
        var obligation = Assert.Single(ObligationBuilder.Build(new InterpretedTask(task, DeadlineParser.Read(task.TimeText, 2026), [])));
        Assert.True(obligation.Agency.IsUnresolved);
        Assert.Equal("Ban chỉ đạo lâm thời", obligation.Agency.Name);
    }
}
