using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Submissions.Sheets.Figures;

/// <summary>Figures as a Vietnamese reader writes them (cách ghi số liệu).</summary>
internal static class TypedFigure
{
    private const int MostDecimals = 6;

    /// <summary>"1.234,5".</summary>
    public static string Number(double value) => Vietnamese.Number(value, MostDecimals);

    /// <summary>"1.234,5", or "12,5%" of a share.</summary>
    public static string Of(double value, Indicator indicator) => indicator.Kind == IndicatorKind.Rate ? Percent(value) : Number(value);

    public static string Percent(double share) => Vietnamese.Percent(share, MostDecimals - 2);

    /// <summary>What a right value looks like.</summary>
    public static string Example(Indicator indicator) => indicator.Kind switch
    {
        IndicatorKind.WholeNumber => "1.234",
        IndicatorKind.Rate => "12,5%",
        _ => "1.234,5",
    };
}
