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
    public void Of_TellsTasksApart() => Assert.NotEqual(KeyOf(Given.Task("Quý I/2026")), KeyOf(Given.Task("Quý I/2026", key: "so#2")));

    private static string KeyOf(RegisterTask task) => ObligationKey.Of(Assert.Single(Given.Obligations(task)));
}
