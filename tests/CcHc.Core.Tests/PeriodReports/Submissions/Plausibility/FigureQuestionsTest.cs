using CcHc.Core.Findings;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.PeriodReports.Submissions.Plausibility;
using CcHc.Core.Regimes;

namespace CcHc.Core.Tests.PeriodReports.Submissions.Plausibility;

public class FigureQuestionsTest
{
    [Theory]
    // A cumulative figure only grows within its year.
    [InlineData("Số hồ sơ lũy kế từ đầu năm", "2026-Q1=100", "2026-6T", 90, "falls")]
    [InlineData("Số thủ tục đã số hóa (cộng dồn)", "2026-Q1=100", "2026-6T", 99, "falls")]
    [InlineData("Số máy trạm tính đến cuối kỳ", "2026-Q1=12", "2026-6T", 11, "falls")]
    [InlineData("Số hồ sơ lũy kế từ đầu năm", "2026-Q1=100", "2026-6T", 100, "")]
    [InlineData("Số hồ sơ lũy kế từ đầu năm", "2025-N=100", "2026-Q1", 20, "")]
    // A longer period holds its parts.
    [InlineData("Số hồ sơ tiếp nhận trong kỳ", "2026-Q1=100", "2026-6T", 80, "below-part")]
    [InlineData("Số hồ sơ tiếp nhận trong kỳ", "2026-Q1=100", "2026-6T", 100, "")]
    [InlineData("Số hồ sơ tiếp nhận trong kỳ", "2026-6T=100;2026-Q1=40", "2026-N", 70, "below-part")]
    [InlineData("Số hồ sơ tiếp nhận trong kỳ", "2026-6T=100", "2026-Q3", 80, "")]
    [InlineData("Số hồ sơ tiếp nhận trong kỳ", "2025-N=1000", "2026-6T", 400, "")]
    // Ten times the last.
    [InlineData("Số hồ sơ tiếp nhận trong kỳ", "2026-Q1=100", "2026-6T", 1000, "ten-times")]
    [InlineData("Số hồ sơ tiếp nhận trong kỳ", "2026-Q1=100", "2026-6T", 999, "")]
    [InlineData("Số cuộc kiểm tra", "2026-Q1=1", "2026-6T", 15, "")]
    [InlineData("Số cuộc kiểm tra", "2026-Q1=0", "2026-6T", 150, "")]
    [InlineData("Số hồ sơ tiếp nhận trong kỳ", "", "2026-6T", 1000000, "")]
    public void Of_AsksWhatIsPossibleAndHardlyLikely(string name, string earlier, string period, double value, string question) =>
        Assert.Equal(question, string.Join(',', Ask(new Indicator { Code = "CT01", Name = name, Total = TotalRule.Sum }, earlier, period, value)
            .Select(finding => finding.Code[(FigureQuestions.Code.Length + 1)..])));

    [Theory]
    [InlineData(IndicatorKind.Rate, TotalRule.Average, 0.01, 0.95)]
    [InlineData(IndicatorKind.Decimal, TotalRule.Average, 90, 70)]
    [InlineData(IndicatorKind.WholeNumber, TotalRule.Largest, 90, 70)]
    public void Of_LeavesFiguresThatMayGoEitherWay(IndicatorKind kind, TotalRule rule, double before, double value) =>
        Assert.Empty(Ask(new Indicator { Code = "CT01", Name = "Mức độ hài lòng", Kind = kind, Total = rule },
            $"2026-Q1={before.ToString(System.Globalization.CultureInfo.InvariantCulture)}", "2026-6T", value));

    [Fact]
    public void Of_IsAnsweredByAnExplanation() =>
        Assert.Empty(Ask(new Indicator { Code = "CT01", Name = "Số hồ sơ", Total = TotalRule.Sum }, "2026-Q1=100", "2026-6T", 50, "Đã trừ hồ sơ trùng"));

    [Fact]
    public void Of_SaysWhatItGoesBy_AndRefusesNothing()
    {
        var finding = Assert.Single(Ask(new Indicator { Code = "CT01", Name = "Số hồ sơ", Total = TotalRule.Sum }, "2026-Q1=1200", "2026-6T", 850));
        Assert.Equal((Severity.Info, "Chỉ tiêu", "E6"), (finding.Severity, finding.Sheet, finding.Cell));
        Assert.Equal("Chỉ tiêu CT01: 850 thấp hơn 1.200 của riêng kỳ Quý I/2026, một phần của kỳ này. Số này có đúng không?", finding.Message);
    }

    private static IReadOnlyList<Finding> Ask(Indicator indicator, string earlier, string period, double value, string note = "")
    {
        var before = earlier.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('='))
            .Select(one => (Period(one[0]), Content(one[0], double.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture), ""))).ToList();
        return FigureQuestions.Of(Content(period, value, note), Period(period), before, [indicator]);
    }

    private static ReportPeriod Period(string code) => ReportingRegimes.Decree09.Period(code)!;

    private static SubmissionContent Content(string period, double value, string note) =>
        new("f.xlsx", "h", period, "STP", [], [new ReportedFigure("CT01", value, "", note, "Chỉ tiêu", "E6")], []);
}
