using CcHc.Core.Deadlines;

namespace CcHc.Core.Tests.Deadlines;

public class DeadlineReadingsTest
{
    private readonly DeadlineReadings _readings = new();

    [Fact]
    public void Read_GivesTheSameReading_WhenAskedAgain() => Assert.Same(_readings.Read("Quý II", 2026), _readings.Read("Quý II", 2026));

    [Fact]
    public void Read_KeepsPlanYearsApart() =>
        Assert.Equal([2025, 2026], new[] { 2025, 2026 }.Select(year => _readings.Read("Quý II", year).Milestones.Single().Due!.Value.Year));

    [Fact]
    public void Read_KeepsProductsApart()
    {
        const string twoLines = "- Tháng 02/2026\n- Ngày 15/11/2026";
        Assert.Equal([null, null], _readings.Read(twoLines, 2026).Milestones.Select(one => one.Label));
        Assert.Equal(["Kế hoạch", "Báo cáo"], _readings.Read(twoLines, 2026, ["Kế hoạch", "Báo cáo"]).Milestones.Select(one => one.Label));
    }

    [Fact]
    public void Read_DoesNotMixProducts_WhenALineBreakStandsInOne()
    {
        const string twoLines = "- Tháng 02/2026\n- Ngày 15/11/2026";
        _readings.Read(twoLines, 2026, ["Kế hoạch\nBáo cáo"]);
        Assert.Equal(["Kế hoạch", "Báo cáo"], _readings.Read(twoLines, 2026, ["Kế hoạch", "Báo cáo"]).Milestones.Select(one => one.Label));
    }

    [Fact]
    public void Read_StaysRight_BeyondItsCapacity()
    {
        for (var i = 0; i <= DeadlineReadings.Capacity; i++)
        {
            _readings.Read($"mục {i}", null);
        }

        Assert.Equal(new DateOnly(2026, 6, 30), _readings.Read("Quý II/2026", 2026).Milestones.Single().Due);
    }

    [Fact]
    public void Read_IsTheParsersReading() => Assert.All(
        DeadlineTable.Cases,
        one => Assert.Equal(DeadlineTable.Compact(DeadlineParser.Read(one.Text, one.Year)), DeadlineTable.Compact(_readings.Read(one.Text, one.Year))));
}
