using System.Globalization;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Consolidation.Figures;

/// <summary>Figures and their rules in words (lời ghi của chỉ tiêu).</summary>
public static class FigureText
{
    /// <summary>"1.234", "12,5", "95,25%"; at most four decimals, two of a share.</summary>
    public static string Number(double value, bool isShare = false) =>
        isShare ? Vietnamese.Percent(value) : Vietnamese.Number(value);

    /// <summary>As a report prints it: with two decimals at most.</summary>
    public static string Printed(Indicator indicator, double value) =>
        indicator.Kind == IndicatorKind.Rate ? Number(value, isShare: true) : Vietnamese.Number(value, 2);

    /// <summary>How the province's figure comes about, one phrase.</summary>
    public static string Rule(Indicator indicator) => indicator switch
    {
        { RatioOf: { } parts } => $"Tổng {parts.Numerator} ÷ tổng {parts.Denominator} của các cơ quan có đủ cả hai số liệu",
        { Kind: IndicatorKind.Text } => "Liệt kê theo cơ quan, không tổng hợp",
        { Total: TotalRule.Sum } => "Cộng số liệu của các cơ quan",
        { Total: TotalRule.Average } => "Trung bình cộng của các cơ quan có số liệu",
        { Total: TotalRule.Largest } => "Số lớn nhất trong các cơ quan",
        { Total: TotalRule.Smallest } => "Số nhỏ nhất trong các cơ quan",
        _ => "Không tổng hợp, xem từng cơ quan",
    };

    /// <summary>"12/28 cơ quan có số liệu".</summary>
    public static string Coverage(FigureSummary figure) => string.Create(CultureInfo.InvariantCulture, $"{figure.Given}/{figure.Asked} cơ quan có số liệu");

    /// <summary>Of a ratio "1.234 ÷ 1.300", what was divided and by what; else empty.</summary>
    public static string Working(FigureSummary figure) =>
        figure.Parts is { } parts ? $"{Number(parts.Numerator)} ÷ {Number(parts.Denominator)}" : "";
}
