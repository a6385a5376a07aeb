using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Consolidation.Figures;
using CcHc.Core.PeriodReports.Indicators;
using static CcHc.Core.Tests.PeriodReports.Consolidation.PeriodBuilder;

namespace CcHc.Core.Tests.PeriodReports.Consolidation;

public class FigureTotalsTest
{
    private static FigureSummary Total(Indicator indicator, params IReadOnlyList<double?> values)
    {
        var period = new PeriodBuilder().Ask(indicator);
        foreach (var (value, index) in values.Select((value, index) => (value, index)))
        {
            period.HandsIn(period.Agency($"S{index}", $"Sở số {index}"), figures: [Gives(indicator.Code, value)]);
        }

        return Assert.Single(period.Report().Figures);
    }

    private static FigureSummary Ratio(params IReadOnlyList<(double? Numerator, double? Denominator)> values)
    {
        var period = new PeriodBuilder().Ask(Figure("CT06", TotalRule.Ratio, IndicatorKind.Rate) with { RatioOf = ("CT04", "CT03") })
            .Ask(Figure("CT03", TotalRule.Sum)).Ask(Figure("CT04", TotalRule.Sum));
        foreach (var ((numerator, denominator), index) in values.Select((value, index) => (value, index)))
        {
            period.HandsIn(period.Agency($"S{index}", $"Sở số {index}"),
                figures: [Gives("CT03", denominator, cell: "E6"), Gives("CT04", numerator, cell: "E7")]);
        }

        return period.Report().Figures[0];
    }

    [Theory]
    [InlineData(TotalRule.Sum, 6.0)]
    [InlineData(TotalRule.Average, 2.0)]
    [InlineData(TotalRule.Largest, 5.0)]
    [InlineData(TotalRule.Smallest, 0.0)]
    [InlineData(TotalRule.None, null)]
    public void Total_FollowsTheFiguresOwnRule_AndLeavesBlanksOut(TotalRule rule, double? expected)
    {
        var figure = Total(Figure("CT01", rule), 5, null, 0, 1);

        Assert.Equal(expected, figure.Total);
        Assert.Equal((3, 4), (figure.Given, figure.Asked));
        Assert.Equal("3/4 cơ quan có số liệu", FigureText.Coverage(figure));
    }

    [Theory]
    [InlineData(TotalRule.Sum)]
    [InlineData(TotalRule.Average)]
    [InlineData(TotalRule.Largest)]
    [InlineData(TotalRule.Smallest)]
    public void Total_IsBlank_WhenNobodyGaveTheFigure(TotalRule rule) => Assert.Null(Total(Figure("CT01", rule), null, null).Total);

    [Fact]
    public void Total_OfZeros_IsZeroAndNotBlank()
    {
        var figure = Total(Figure("CT01", TotalRule.Sum), 0, 0);

        Assert.Equal(0, figure.Total);
        Assert.Equal(2, figure.Given);
    }

    [Fact]
    public void Total_OfARatio_DividesTheTotals_OfThoseWhoGaveBoth()
    {
        var figure = Ratio((90, 100), (1, 10), (50, null), (null, 1000));

        Assert.Equal(91.0 / 110, figure.Total);
        Assert.Equal((2, 4), (figure.Given, figure.Asked));
        Assert.Equal((91.0, 110.0), figure.Parts);
        Assert.Equal([0.9, 0.1, null, null], figure.Agencies.Select(agency => agency.Value));
        Assert.Equal("91 ÷ 110", FigureText.Working(figure));
    }

    [Fact]
    public void Total_OfARatio_IsBlank_WhenThereIsNothingToDivideBy()
    {
        var figure = Ratio((0, 0));

        Assert.Null(figure.Total);
        Assert.Null(figure.Agencies[0].Value);
        Assert.Equal(1, figure.Given);
    }

    [Fact]
    public void Total_OfARatio_NamesBothCells() =>
        Assert.Equal(["E7", "E6"], Ratio((90, 100)).Agencies[0].Places.Select(place => place.Cell));

    [Fact]
    public void Words_AreListed_WithoutATotal()
    {
        var period = new PeriodBuilder().Ask(Figure("CT20", TotalRule.Sum, IndicatorKind.Text, "Cách làm hay"));
        period.HandsIn(period.Agency("STP", "Sở Tư pháp"), figures: [Gives("CT20", null, "Ngày thứ Sáu không viết")]);
        period.HandsIn(period.Agency("STC", "Sở Tài chính"), figures: [Gives("CT20", null, " ")]);

        var figure = Assert.Single(period.Report().Figures);

        Assert.Null(figure.Total);
        Assert.Equal((1, 2), (figure.Given, figure.Asked));
        Assert.Equal(["Ngày thứ Sáu không viết", " "], figure.Agencies.Select(agency => agency.Text));
    }

    [Fact]
    public void AMissingReport_IsAsked_AndNotGiven()
    {
        var period = new PeriodBuilder().Ask(Figure("CT01", TotalRule.Sum));
        period.HandsIn(period.Agency("STP", "Sở Tư pháp"), figures: [Gives("CT01", 4)]).Misses(period.Agency("STC", "Sở Tài chính"));

        var figure = Assert.Single(period.Report().Figures);

        Assert.Equal((1, 2, 4.0), (figure.Given, figure.Asked, figure.Total));
        Assert.Equal("STP", Assert.Single(figure.Agencies).Agency.Code);
    }

    [Fact]
    public void AFigure_IsAskedOnlyOfItsGroups_AndFromItsFirstPeriod()
    {
        var period = new PeriodBuilder()
            .Ask(Figure("CT10", TotalRule.Sum) with { Groups = [AgencyGroups.Communes] })
            .Ask(Figure("CT11", TotalRule.Sum) with { From = new(2026, 9, 30) });
        period.HandsIn(period.Agency("STP", "Sở Tư pháp")).HandsIn(period.Agency("X1", "UBND xã Đồng Sen", "UBND cấp xã"), figures: [Gives("CT10", 2)]);

        var figure = Assert.Single(period.Report().Figures);

        Assert.Equal(("CT10", 1, 1), (figure.Indicator.Code, figure.Asked, figure.Given));
    }

    [Theory]
    [InlineData(TotalRule.Sum, IndicatorKind.WholeNumber, "Cộng số liệu của các cơ quan")]
    [InlineData(TotalRule.Average, IndicatorKind.Decimal, "Trung bình cộng của các cơ quan có số liệu")]
    [InlineData(TotalRule.Largest, IndicatorKind.WholeNumber, "Số lớn nhất trong các cơ quan")]
    [InlineData(TotalRule.Smallest, IndicatorKind.WholeNumber, "Số nhỏ nhất trong các cơ quan")]
    [InlineData(TotalRule.None, IndicatorKind.WholeNumber, "Không tổng hợp, xem từng cơ quan")]
    [InlineData(TotalRule.Sum, IndicatorKind.Text, "Liệt kê theo cơ quan, không tổng hợp")]
    public void Rule_IsSaidInWords(TotalRule rule, IndicatorKind kind, string expected) => Assert.Equal(expected, FigureText.Rule(Figure("CT01", rule, kind)));

    [Fact]
    public void Rule_OfARatio_NamesItsParts() => Assert.Equal(
        "Tổng CT04 ÷ tổng CT03 của các cơ quan có đủ cả hai số liệu",
        FigureText.Rule(Figure("CT06", TotalRule.Ratio, IndicatorKind.Rate) with { RatioOf = ("CT04", "CT03") }));

    [Theory]
    [InlineData(0, false, "0")]
    [InlineData(1234567, false, "1.234.567")]
    [InlineData(1234.5, false, "1.234,5")]
    [InlineData(-0.125, false, "-0,125")]
    [InlineData(0.95255, true, "95,26%")]
    [InlineData(1, true, "100%")]
    public void Number_IsWrittenAsInVietnamese(double value, bool isShare, string expected) => Assert.Equal(expected, FigureText.Number(value, isShare));
}
