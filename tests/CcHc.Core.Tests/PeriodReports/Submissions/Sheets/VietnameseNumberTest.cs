using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.PeriodReports.Submissions.Sheets.Figures;

namespace CcHc.Core.Tests.PeriodReports.Submissions.Sheets;

public class VietnameseNumberTest
{
    [Theory]
    // One way to read it.
    [InlineData("0", 0)]
    [InlineData("25", 25)]
    [InlineData(" 25 ", 25)]
    [InlineData("007", 7)]
    [InlineData("1.234", 1234)]
    [InlineData("12.345.678", 12345678)]
    [InlineData("1 234", 1234)]
    [InlineData("1\u00A0234\u00A0567", 1234567)]
    [InlineData("1\u202F234", 1234)]
    [InlineData("25 hồ sơ", 25)]
    [InlineData("25 HỒ SƠ", 25)]
    [InlineData("25 ho\u0302\u0300 so\u031B", 25)]
    [InlineData("25hồ sơ", 25)]
    [InlineData("1.234 hồ sơ", 1234)]
    [InlineData("-5", -5)]
    [InlineData("–5", -5)]
    [InlineData("+5", 5)]
    [InlineData("２５", 25)]
    [InlineData("１．２３４", 1234)]
    [InlineData("không", 0)]
    [InlineData("Không", 0)]
    [InlineData("KHÔNG CÓ", 0)]
    [InlineData("không phát sinh", 0)]
    [InlineData("không có hồ sơ", 0)]
    [InlineData("khong", 0)]
    public void Read_TakesAWholeNumber(string text, double value) =>
        Assert.Equal(new NumberReading(value, null), VietnameseNumber.Read(text, Of(IndicatorKind.WholeNumber, "hồ sơ")));

    [Theory]
    [InlineData("12,5", 12.5)]
    [InlineData("0,5", 0.5)]
    [InlineData("1234,5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1.234,567", 1234.567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("12,50 tỷ đồng", 12.5)]
    [InlineData("0,123", 0.123)]
    [InlineData("-1.234,5", -1234.5)]
    [InlineData("１２，５", 12.5)]
    public void Read_TakesADecimal(string text, double value) =>
        Assert.Equal(new NumberReading(value, null), VietnameseNumber.Read(text, Of(IndicatorKind.Decimal, "tỷ đồng")));

    [Theory]
    [InlineData("12,5%", 0.125)]
    [InlineData("12,5 %", 0.125)]
    [InlineData("12,5 phần trăm", 0.125)]
    [InlineData("12,5％", 0.125)]
    [InlineData("100%", 1)]
    [InlineData("0%", 0)]
    [InlineData("120%", 1.2)]
    [InlineData("0,45", 0.45)]
    [InlineData("1", 1)]
    [InlineData("không", 0)]
    public void Read_TakesAShareAsAFraction(string text, double value) =>
        Assert.Equal(new NumberReading(value, null), VietnameseNumber.Read(text, Of(IndicatorKind.Rate, "%")));

    [Theory]
    // Read one way, said aloud.
    [InlineData("1,234.5", IndicatorKind.Decimal, 1234.5, "1.234,5")]
    [InlineData("1,234,567", IndicatorKind.Decimal, 1234567, "1.234.567")]
    [InlineData("1,234,567.89", IndicatorKind.Decimal, 1234567.89, "1.234.567,89")]
    [InlineData("1 234.5", IndicatorKind.Decimal, 1234.5, "1.234,5")]
    [InlineData("1.234", IndicatorKind.Decimal, 1234, "1.234")]
    [InlineData("1,234", IndicatorKind.Decimal, 1.234, "1,234")]
    [InlineData("12.5", IndicatorKind.Decimal, 12.5, "12,5")]
    [InlineData("0.125", IndicatorKind.Decimal, 0.125, "0,125")]
    [InlineData("1,234", IndicatorKind.WholeNumber, 1234, "1.234")]
    [InlineData("12,500", IndicatorKind.WholeNumber, 12500, "12.500")]
    [InlineData("1,234,567", IndicatorKind.WholeNumber, 1234567, "1.234.567")]
    [InlineData("1,234.0", IndicatorKind.WholeNumber, 1234, "1.234")]
    [InlineData("k", IndicatorKind.WholeNumber, 0, "không")]
    [InlineData("Ko", IndicatorKind.WholeNumber, 0, "không")]
    [InlineData("12.5%", IndicatorKind.Rate, 0.125, "12,5%")]
    [InlineData("45", IndicatorKind.Rate, 0.45, "45%")]
    [InlineData("45,5", IndicatorKind.Rate, 0.455, "45,5%")]
    [InlineData("99.5", IndicatorKind.Rate, 0.995, "99,5%")]
    public void Read_SaysHowItReadWhatMightBeMeantOtherwise(string text, IndicatorKind kind, double value, string said)
    {
        var reading = VietnameseNumber.Read(text, Of(kind));
        Assert.Equal((value, Severity.Warning, "figure-read-as"), (reading.Value, reading.Finding!.Severity, reading.Finding.Code));
        Assert.Contains(said, reading.Finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("…")]
    [InlineData("...")]
    [InlineData("x")]
    [InlineData("X")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    public void Read_TakesAMarkForNoFigure_NotForZero(string text)
    {
        var reading = VietnameseNumber.Read(text, Of(IndicatorKind.WholeNumber));
        Assert.Equal((null, Severity.Info, "figure-mark-blank"), (reading.Value, reading.Finding!.Severity, reading.Finding.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u00A0")]
    public void Read_TakesABlankForNoFigure(string text) => Assert.Equal(NumberReading.Blank, VietnameseNumber.Read(text, Of(IndicatorKind.WholeNumber)));

    [Theory]
    [InlineData("nhiều")]
    [InlineData("khoảng 25")]
    [InlineData("25 người", "hồ sơ")]
    [InlineData("25/30")]
    [InlineData("25 - 30")]
    [InlineData("5k")]
    [InlineData("1.23.456")]
    [InlineData("1,23,456")]
    [InlineData("1.234,5,6")]
    [InlineData("1 23")]
    [InlineData("1E5")]
    [InlineData("(5)")]
    [InlineData("--5")]
    [InlineData("- 5")]
    [InlineData("5,")]
    [InlineData("½")]
    [InlineData("12345678901234567890")]
    [InlineData("12%")] // of a figure that is no share
    [InlineData("hồ sơ", "hồ sơ")]
    public void Read_RefusesAnythingElse_WithWhatItFoundAndAnExample(string text, string unit = "")
    {
        var reading = VietnameseNumber.Read(text, Of(IndicatorKind.Decimal, unit));
        Assert.Equal((null, Severity.Error, "figure-unreadable"), (reading.Value, reading.Finding!.Severity, reading.Finding.Code));
        Assert.Contains($"“{text}”", reading.Finding.Message, StringComparison.Ordinal);
        Assert.Contains("1.234,5", reading.Finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.45, null, 0.45, false)]
    [InlineData(1, null, 1, false)]
    [InlineData(45, null, 0.45, true)]
    [InlineData(100, null, 1, true)]
    [InlineData(101, null, 101, false)]
    [InlineData(1.2, 1.5, 1.2, false)] // a share that may be more than the whole
    public void AsShare_ReadsANumberAboveOneInPerCent(double number, double? greatest, double value, bool isSaid)
    {
        var reading = VietnameseNumber.AsShare(number, Of(IndicatorKind.Rate) with { Greatest = greatest });
        Assert.Equal((value, isSaid), (reading.Value, reading.Finding is not null));
    }

    private static Indicator Of(IndicatorKind kind, string unit = "") => new() { Code = "CT01", Name = "Số hồ sơ", Kind = kind, Unit = unit };
}
