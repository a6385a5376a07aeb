using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Consolidation.Figures;
using CcHc.Core.PeriodReports.Indicators;
using static CcHc.Core.Tests.PeriodReports.Consolidation.PeriodBuilder;

namespace CcHc.Core.Tests.PeriodReports.Consolidation;

public class PeriodComparisonTest
{
    private static PeriodInputs Inputs(double? figure = 120)
    {
        var period = new PeriodBuilder().Ask(Figure("CT01", TotalRule.Sum)).Ask(Figure("CT07", TotalRule.Average, IndicatorKind.Rate, "Tỷ lệ đúng hạn", "%"));
        var agency = period.Agency("STP", "Sở Tư pháp");
        var owed = period.Owe(agency, 5, StatusKind.Overdue, -3);
        period.HandsIn(agency, [Says(owed, "Đã trình")], [Gives("CT01", figure), Gives("CT07", 0.9)], [Writes(0, "Đã họp.")]);
        return period.Inputs();
    }

    private static PeriodFacts Facts(string name, params PeriodFact[] facts) => new("2026-Q1", name, facts);

    private static PeriodFact Number(string key, double? number) => new(key, "Nhãn cũ", "", number);

    private static ComparisonLine Compare(string key, double? previous, double? yearBefore) =>
        PeriodReportAssembler.Assemble(
            Inputs() with { Previous = Facts("Quý I/2026", Number(key, previous)), YearBefore = Facts("6 tháng đầu năm 2025", Number(key, yearBefore)) })
            .Comparison.Single(line => line.Number.Key == key);

    [Fact]
    public void Comparison_SetsThisPeriodBesideBothOthers()
    {
        var line = Compare("figure/CT01", 100, 150);

        Assert.Equal((120.0, 100.0, 150.0), (line.Number.Value, line.Previous, line.YearBefore));
        Assert.Equal((20.0, 0.2), (line.Change, line.ChangeRate));
        Assert.Equal((-30.0, -0.2), (line.ChangeInYear, line.ChangeRateInYear));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(0.0, 120.0, null)]
    [InlineData(-60.0, 180.0, 3.0)]
    public void Comparison_IsBlank_WhereThereIsNothingToCompareWith(double? previous, double? change, double? rate)
    {
        var line = Compare("figure/CT01", previous, null);

        Assert.Equal((change, rate), (line.Change, line.ChangeRate));
        Assert.Null(line.ChangeInYear);
    }

    [Fact]
    public void Comparison_OfAShare_IsInPoints()
    {
        var line = Compare("figure/CT07", 0.8, null);

        Assert.Equal(0.1, line.Change!.Value, 12);
        Assert.Null(line.ChangeRate);
    }

    [Fact]
    public void Comparison_OfABlank_IsBlank()
    {
        var line = PeriodReportAssembler.Assemble(Inputs(figure: null) with { Previous = Facts("Quý I/2026", Number("figure/CT01", 5)) })
            .Comparison.Single(line => line.Number.Key == "figure/CT01");

        Assert.Null(line.Number.Value);
        Assert.Null(line.Change);
    }

    [Fact]
    public void Comparison_TakesUpWhatTheFactsOfThatPeriodSaid()
    {
        var before = PeriodFactList.Of(PeriodReportAssembler.Assemble(Inputs(figure: 100)));

        var report = PeriodReportAssembler.Assemble(Inputs() with { Previous = before });

        Assert.All(report.Comparison, line => Assert.True(line.Previous is not null || line.Number.Value is null, line.Number.Key));
        Assert.Equal(20, report.Comparison.Single(line => line.Number.Key == "figure/CT01").Change);
        Assert.Equal("6 tháng đầu năm 2026", report.PreviousName);
    }

    [Fact]
    public void Facts_NameEachThingOnce()
    {
        var facts = PeriodFactList.Of(PeriodReportAssembler.Assemble(Inputs())).Facts;

        Assert.Equal(facts.Count(), facts.Select(fact => fact.Key).Distinct().Count());
        Assert.Contains(new PeriodFact("total/overdue", "Quá hạn chưa hoàn thành", "1", 1), facts);
        Assert.Contains(new PeriodFact("figure/CT01", "CT01. Số hồ sơ tiếp nhận", "120", 120), facts);
        Assert.Contains(new PeriodFact("figure/CT01/STP", "Sở Tư pháp: CT01. Số hồ sơ tiếp nhận", "120", 120), facts);
        Assert.Contains(new PeriodFact("agency/STP/hand-in", "Sở Tư pháp: gửi báo cáo", "Đúng hạn"), facts);
        Assert.Contains(facts, fact => fact.Key.StartsWith("task/", StringComparison.Ordinal) && fact.Key.EndsWith("/STP/status", StringComparison.Ordinal)
            && fact.Text == "Quá hạn");
        Assert.Contains(facts, fact => fact is { Key: "section/1/STP", Text: "Đã họp." });
    }

    [Fact]
    public void Differences_SayWhatChanged_WhatIsNew_AndWhatIsGone()
    {
        var before = Facts("Quý I", new PeriodFact("a", "Số A", "1", 1), new PeriodFact("b", "Số B", "2", 2), new PeriodFact("c", "Số C", "3", 3),
            new PeriodFact("x", "Trống", ""));
        var now = Facts("Quý I", new PeriodFact("d", "Số D", "4", 4), new PeriodFact("c", "Số C, tên mới", "3", 3), new PeriodFact("a", "Số A", "5", 5),
            new PeriodFact("y", "Trống", ""));

        Assert.Equal([new("Số D", "", "4"), new("Số A", "1", "5"), new("Số B", "2", "")], PeriodDifferences.Between(before, now));
    }

    [Fact]
    public void ARerunOfTheSameInputs_ShowsNoDifference()
    {
        var frozen = PeriodFactList.Of(PeriodReportAssembler.Assemble(Inputs()));

        Assert.Empty(PeriodReportAssembler.Assemble(Inputs() with { Frozen = frozen, Version = 2 }).Differences!);
    }

    [Fact]
    public void ARerunWithAnotherFigure_ListsIt_WithItsTotals()
    {
        var frozen = PeriodFactList.Of(PeriodReportAssembler.Assemble(Inputs(figure: 100)));

        var differences = PeriodReportAssembler.Assemble(Inputs() with { Frozen = frozen }).Differences!;

        Assert.Equal(
            [new("CT01. Số hồ sơ tiếp nhận", "100", "120"), new("Sở Tư pháp: CT01. Số hồ sơ tiếp nhận", "100", "120")],
            differences);
    }
}
