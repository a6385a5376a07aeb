using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Obligations;

/// <summary>A year mistyped is asked about before anybody is told of a year's delay.</summary>
public class DeadlineYearCheckTest
{
    [Theory]
    [InlineData("15/6/2025", "deadline-before-plan")]
    [InlineData("Tháng 5/2024", "deadline-before-plan")]
    [InlineData("Quý III/2025", "deadline-before-plan")]
    [InlineData("30/11/2025", "deadline-before-plan")]
    [InlineData("15/6/2025; 15/12/2026", "deadline-before-plan")]
    [InlineData("Trước ngày 20/6/2025", "deadline-before-plan")]
    [InlineData("15/12/2025", null)]
    [InlineData("Tháng 12/2025", null)]
    [InlineData("Quý IV/2025", null)]
    [InlineData("15/6/2026", null)]
    [InlineData("15/6", null)]
    [InlineData("Đến năm 2030", null)]
    [InlineData("Thường xuyên", null)]
    [InlineData("Trước ngày 15/12 hằng năm", null)]
    [InlineData("", null)]
    public void Of_AsksAboutADeadlineBeforeThePlan(string time, string? code) => Ask(Given.Task(time), code);

    [Theory]
    [InlineData("2025-06-15", "deadline-before-plan")]
    [InlineData("2062-06-15", "deadline-year-far")]
    [InlineData("2025-12-20", null)]
    [InlineData("2026-06-15", null)]
    [InlineData("2030-12-31", null)]
    public void Of_AsksAboutARealDayOfAnotherTime(string due, string? code) => Ask(Given.Task("") with { DueDate = Given.Day(due) }, code);

    [Theory]
    [InlineData(TaskProgress.Done)]
    [InlineData(TaskProgress.Dropped)]
    public void Of_AsksNothingOfWhatIsDone(TaskProgress status) => Ask(Given.Task("15/6/2025") with { Status = status }, null);

    [Fact]
    public void Of_AsksNothingWithoutAPlanYear_AndNothingOnceMovedToLater()
    {
        Ask(Given.Task("15/6/2025") with { PlanYear = null }, null);
        Ask(Given.Task("15/6/2025") with { ExtendedTo = Given.Day("2026-08-31") }, null);
    }

    private static void Ask(RegisterTask task, string? code)
    {
        var understood = new InterpretedTask(task, DeadlineParser.Read(task.TimeText, task.PlanYear), []);
        Assert.Equal(code, DeadlineYearCheck.Of(understood)?.Code);
        Assert.False(code is not null && DeadlineCertainty.Of(understood));
        Assert.True(code is null || DeadlineCertainty.Of(understood with { IsSettled = true }));
    }
}
