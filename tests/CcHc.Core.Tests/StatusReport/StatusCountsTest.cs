using CcHc.Core.StatusReport;

namespace CcHc.Core.Tests.StatusReport;

public class StatusCountsTest
{
    private static readonly StatusCounts Each = StatusCounts.From(group => 1 << (int)group);

    [Fact]
    public void EveryGroup_HasItsOwnCount_AndTheTotalIsTheirSum()
    {
        Assert.All(Enum.GetValues<StatusGroup>(), group => Assert.Equal(1 << (int)group, Each.Of(group)));
        Assert.Equal(127, Each.Total);
    }

    [Fact]
    public void ASum_LosesNoGroup() => Assert.Equal(StatusCounts.From(group => 3 << (int)group), Each + StatusCounts.From(group => 2 << (int)group));

    [Fact]
    public void WhatIsDoneOnAnUnknownDay_CountsInNeitherPartOfTheRate()
    {
        Assert.Equal(0.25, new StatusCounts(9, 1, 1, 2, 0, 0, 0, DoneUndated: 5).OnTimeRate);
        Assert.Null(new StatusCounts(5, 0, 0, 0, 0, 0, 0, DoneUndated: 5).OnTimeRate);
    }
}
