using CcHc.Office;

namespace CcHc.Worker.Tests.Jobs;

public sealed class ReadyParserTest
{
    /// <summary>An example the parser takes for no register would make nothing ready.</summary>
    [Fact]
    public void WhatMakesTheParserReady_IsARegisterWithADayAPeriodAgenciesAndAQuestion()
    {
        var understood = ReadyParser.Understand();

        Assert.Equal(2, understood.Tasks.Count);
        Assert.All(understood.Tasks, task => Assert.NotEmpty(task.Deadline.Milestones));
        Assert.All(understood.Tasks, task => Assert.NotEmpty(task.Agencies));
        Assert.NotEmpty(understood.Findings);
    }
}
