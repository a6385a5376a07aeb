namespace CcHc.Core.Tests.Simulation;

/// <summary>Whole years, day by day, against a slow second implementation written from the rules.</summary>
public class YearSimulationTest
{
    public static TheoryData<string> Years => [.. VirtualYears.All.Select(year => year.Name)];

    [Theory]
    [MemberData(nameof(Years))]
    public void EveryDay_AgreesWithTheSlowOffice(string name)
    {
        var difference = YearRun.FirstDifference(VirtualYears.All.Single(year => year.Name == name));
        Assert.True(difference is null, difference);
    }
}
