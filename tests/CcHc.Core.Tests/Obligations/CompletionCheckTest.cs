using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Obligations;

public class CompletionCheckTest
{
    [Theory]
    [InlineData("Quý I/2026", "2026-03-20", null)]
    [InlineData("Quý I/2026", "2025-12-15", null)]
    [InlineData("Quý I/2026", "2025-11-28", "completed-before-start")]
    [InlineData("Quý IV/2025", "2025-10-15", null)]
    [InlineData("Quý I/2026", "2027-03-15", "completed-in-future")]
    [InlineData("Quý II/2026", "2025-06-20", "completed-before-start")]
    [InlineData("Thường xuyên", "2024-06-20", "completed-before-start")]
    [InlineData("Quý II/2026", null, null)]
    public void Of_DoubtsADayThatCannotBeTrue(string time, string? completed, string? code)
    {
        var task = Given.Task(time) with { Status = TaskProgress.Done, CompletedOn = completed is null ? null : Given.Day(completed) };
        var understood = new InterpretedTask(task, DeadlineParser.Read(time, 2026), []);
        Assert.Equal(code, CompletionCheck.Of(understood, Given.Day("2026-06-15"))?.Code);
    }

    [Fact]
    public void Assess_DoesNotUseADayStillToCome()
    {
        var task = Given.Task("Quý I/2026") with { Status = TaskProgress.Done, CompletedOn = Given.Day("2027-03-15") };
        Assert.Equal(StatusKind.DoneUndated, DeadlineAssessor.Assess(Given.Obligations(task), Given.Rules(), Given.Day("2026-06-15"))[0].Standing.Kind);
    }
}
