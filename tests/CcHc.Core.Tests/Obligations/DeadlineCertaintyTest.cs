using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Obligations;

/// <summary>What may be told to a head of an agency.</summary>
public class DeadlineCertaintyTest
{
    [Theory]
    [InlineData("15/6/2026", true)]
    [InlineData("Ngày 15 tháng 6 năm 2026", true)]
    [InlineData("Trước ngày 15/6/2026", true)]
    [InlineData("Chậm nhất ngày 15/6", true)]
    [InlineData("Hoàn thành trước 25/12/2026", true)]
    [InlineData("Tháng 6/2026", true)]
    [InlineData("Trong tháng 6", true)]
    [InlineData("Quý II/2026", true)]
    [InlineData("Hoàn thành trong Quý II năm 2026", true)]
    [InlineData("6 tháng đầu năm 2026", true)]
    [InlineData("Năm 2026", true)]
    [InlineData("- Kế hoạch: quý I/2026\n- Báo cáo: tháng 11/2026", true)]
    [InlineData("Quý II hoặc quý III năm 2026", false)]
    [InlineData("Quý II-III/2026", false)]
    [InlineData("Từ tháng 3 đến tháng 6/2026", false)]
    [InlineData("Đợt 1/2026", false)]
    [InlineData("Học kỳ I", false)]
    [InlineData("Hạn cũ 15/3/2026, hạn mới 15/6/2026", false)]
    [InlineData("Sau 15 ngày kể từ ngày 01/6/2026", false)]
    [InlineData("Kỳ họp giữa năm 2026", false)]
    [InlineData("Trong năm 2026 (nếu có)", false)]
    [InlineData("31/02/2026", false)]
    public void Of_TrustsThePlainFamiliesAlone(string words, bool isCertain) =>
        Assert.Equal(isCertain, DeadlineCertainty.Of(new InterpretedTask(Given.Task(words), DeadlineParser.Read(words, 2026), [])));

    [Theory]
    [InlineData("Quý II", null, false)]
    [InlineData("Quý II", 2026, true)]
    [InlineData("Quý II/2026", null, true)]
    public void Of_AsksForAPlanYear_WhereTheWordsHaveNone(string words, int? year, bool isCertain) =>
        Assert.Equal(isCertain, DeadlineCertainty.Of(new InterpretedTask(Given.Task(words, year), DeadlineParser.Read(words, year), [])));

    [Fact]
    public void Of_TrustsARealDay_AnExtension_AndAConfirmedReading_ButNoDoubtAboutBeingDone()
    {
        const string words = "Quý II hoặc quý III năm 2026";
        var understood = new InterpretedTask(Given.Task(words), DeadlineParser.Read(words, 2026), []);
        Assert.True(DeadlineCertainty.Of(understood with { IsConfirmed = true }));
        Assert.True(DeadlineCertainty.Of(understood with { Task = understood.Task with { DueDate = Given.Day("2026-06-15") } }));
        Assert.True(DeadlineCertainty.Of(understood with { Task = understood.Task with { ExtendedTo = Given.Day("2026-06-15") } }));
        Assert.False(DeadlineCertainty.Of(understood with { IsConfirmed = true, Task = understood.Task with { MayBeDone = true } }));
    }

    [Theory]
    [InlineData(true, "T+20")]
    [InlineData(false, "T+20/head T+20/standing-body")]
    public void Plan_TellsNoHeadAndNoStandingBody_WhatIsUncertain(bool isOnlyCertain, string stages)
    {
        var uncertain = Given.Assessed("Quý II hoặc quý III năm 2026", "2026-10-28");
        Assert.Equal((StatusKind.Overdue, -20), (uncertain.Standing.Kind, uncertain.Standing.WorkingDaysLeft));
        var plan = ReminderPlanner.Plan([uncertain], ReminderPolicy.Default with { TellsHeadsOnlyWhatIsCertain = isOnlyCertain }, new HashSet<ReminderKey>(),
            Given.Day("2026-10-28"), true);
        Assert.Equal(stages, string.Join(' ', plan.Reminders.Select(reminder => reminder.Key.Stage)));
        Assert.Equal(isOnlyCertain ? 1 : 0, plan.Unconfirmed.Count);
    }
}
