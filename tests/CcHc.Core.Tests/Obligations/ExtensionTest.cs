using System.Globalization;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Obligations;

/// <summary>docs/decisions/0002-due-columns-win.md.</summary>
public class ExtensionTest
{
    [Theory]
    [InlineData("Kế hoạch thi tuyển; Kế hoạch thi nâng ngạch: trong năm 2026", "2027-03-31", "2027-03-31 2027-03-31")]
    [InlineData("- Kế hoạch: quý I/2026\n- Báo cáo: tháng 11/2026", "2026-04-30", "2026-04-30 2026-11-30")]
    [InlineData("Quý II/2026", "2026-04-30", "2026-04-30")]
    public void Build_MovesEveryMilestoneOfTheLastDayBeforeTheExtension(string time, string extended, string due)
    {
        var obligations = Given.Obligations(Given.Task(time) with { ExtendedTo = Given.Day(extended) });
        Assert.Equal(due, string.Join(' ', obligations.Select(o => o.Milestone.Due!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        Assert.Equal(obligations.Count, obligations.Select(o => (o.Milestone.Due, o.MilestoneKey)).Distinct().Count());
    }
}
