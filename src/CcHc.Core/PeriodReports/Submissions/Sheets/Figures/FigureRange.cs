using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;

namespace CcHc.Core.PeriodReports.Submissions.Sheets.Figures;

/// <summary>
/// Which values of a figure can be true (miền giá trị): a count is never negative, a share lies between 0 and 1, unless the indicator says otherwise.
/// </summary>
internal static class FigureRange
{
    public static double? Least(Indicator indicator) => indicator.Least ?? (indicator.Kind is IndicatorKind.WholeNumber or IndicatorKind.Rate ? 0 : null);

    public static double? Greatest(Indicator indicator) => indicator.Greatest ?? (indicator.Kind == IndicatorKind.Rate ? 1 : null);

    /// <returns>What is wrong with the value; null when nothing is.</returns>
    public static FindingTemplate? Check(double value, Indicator indicator) =>
        indicator.Kind == IndicatorKind.WholeNumber && value != Math.Floor(value) ? FigureFindings.NotWhole(value, indicator)
        : Least(indicator) is { } least && value < least ? FigureFindings.TooSmall(value, least, indicator)
        : Greatest(indicator) is { } greatest && value > greatest ? FigureFindings.TooGreat(value, greatest, indicator)
        : null;
}
