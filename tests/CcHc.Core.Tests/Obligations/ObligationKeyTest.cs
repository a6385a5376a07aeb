using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Obligations;

public class ObligationKeyTest
{
    [Theory]
    [InlineData("- Kế hoạch: quý I/2026\n- Báo cáo: tháng 11/2026", 2)]
    [InlineData("- Kế hoạch: quý I/2026\n- Báo cáo: quý I/2026", 2)]
    [InlineData("- Kế hoạch: tháng 3/2026\n- Báo cáo: hằng quý\n- Thực hiện: thường xuyên", 3)]
    public void Of_TellsTheMilestonesOfATaskApart(string time, int count)
    {
        var keys = Given.Obligations(Given.Task(time)).Select(ObligationKey.Of).ToList();
        Assert.Equal(count, keys.Count);
        Assert.Distinct(keys);
        Assert.All(keys, key => Assert.Equal(12, key.Length));
    }

    [Fact]
    public void Of_StaysTheSame_WhenATasksOnlyMilestoneIsExtended()
    {
        var task = Given.Task("Quý I/2026");
        Assert.Equal(KeyOf(task), KeyOf(task with { ExtendedTo = new(2026, 5, 15) }));
        Assert.Equal(KeyOf(task), KeyOf(task with { DueDate = new(2026, 3, 10) }));
    }

    [Fact]
    public void Of_StaysTheSame_WhenAnotherMilestoneIsAdded_ToATaskOfSeveral()
    {
        var before = Given.Obligations(Given.Task("- Kế hoạch: quý I/2026\n- Báo cáo: tháng 11/2026")).Select(ObligationKey.Of);
        var after = Given.Obligations(Given.Task("- Dự thảo: tháng 2/2026\n- Kế hoạch: quý I/2026\n- Báo cáo: tháng 11/2026")).Select(ObligationKey.Of);
        Assert.Equal(before, after.Skip(1));
    }

    [Fact]
    public void Of_IsTheSame_WhateverWasAskedBefore()
    {
        var one = Given.Obligations(Given.Task("- Kế hoạch: quý I/2026\n- Báo cáo: hằng quý"));
        var other = Given.Obligations(Given.Task("- Kế hoạch: quý I/2026\n- Báo cáo: hằng quý", key: "so#2"));
        var moved = one[0] with { Milestone = one[0].Milestone with { Due = new(2026, 4, 20) }, AsRegistered = one[0].AsRegistered };
        string[] inTurn = [.. new[] { one[0], other[0], one[1], other[1], one[0], moved }.Select(ObligationKey.Of)];
        Assert.Equal(4, inTurn.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([inTurn[0], inTurn[0]], inTurn[4..]);
        Assert.NotEqual(inTurn[0], ObligationKey.Of(one[0] with { AsRegistered = moved.Milestone }));
    }

    [Fact]
    public void Of_TellsTasksApart() => Assert.NotEqual(KeyOf(Given.Task("Quý I/2026")), KeyOf(Given.Task("Quý I/2026", key: "so#2")));

    private static string KeyOf(RegisterTask task) => ObligationKey.Of(Assert.Single(Given.Obligations(task)));
}
