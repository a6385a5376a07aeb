using CcHc.Core.PeriodReports.Indicators;

namespace CcHc.Core.Tests.PeriodReports.Indicators;

public class IndicatorBoundsTest
{
    [Theory]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("12", 12.0)]
    [InlineData("80%", 0.8)]
    [InlineData("１２", null)] // digits of another script
    [InlineData("٣", null)]
    [InlineData("nhiều", null)]
    public void Read_TakesPlainNumbersOnly(string text, double? number) => Assert.Equal(number, IndicatorBounds.Read(text, IndicatorKind.Decimal));

    [Fact]
    public void Read_TakesNoNumberOfHundredsOfDigits() => Assert.Null(IndicatorBounds.Read(new string('9', 400), IndicatorKind.Decimal));
}
