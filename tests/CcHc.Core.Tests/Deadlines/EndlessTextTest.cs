using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Regimes;

namespace CcHc.Core.Tests.Deadlines;

/// <summary>Cells nobody typed for a time or an agency: told of, not worked through.</summary>
public class EndlessTextTest
{
    [Theory]
    [InlineData("Quý I năm 2026; ", 2_048)]
    [InlineData("Quý I năm 2026; ", 100)] // short enough, but of too many times
    [InlineData("a ", 1_001)]
    public void Read_TakesNoDayFromAnEndlessCell(string piece, int times)
    {
        var reading = DeadlineParser.Read(string.Concat(Enumerable.Repeat(piece, times)), 2026);
        Assert.False(reading.IsUnderstood);
        Assert.Empty(reading.Milestones);
        Assert.Equal("deadline-too-long", Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public void Read_NamesNoAgencyOfAnEndlessCell()
    {
        var mention = Assert.Single(AgencyExpression.Read(string.Concat(Enumerable.Repeat("Sở Tư pháp; ", 2_000)), AgencyRole.Lead, new AgencyDirectory([])));
        Assert.Empty(mention.Resolved);
        Assert.Equal("agency-too-long", Assert.Single(mention.Findings).Code);
    }

    [Fact]
    public void InWords_LooksThroughNoEndlessText() =>
        Assert.Empty(
            ReportWindowCheck.InWords(string.Concat(Enumerable.Repeat("Báo cáo quý III/2021: chốt số liệu từ ngày 15/6/2020 đến ngày 14/9/2021. ", 100))));
}
