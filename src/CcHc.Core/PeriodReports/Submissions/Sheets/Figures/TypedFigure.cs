using System.Globalization;
using CcHc.Core.PeriodReports.Indicators;

namespace CcHc.Core.PeriodReports.Submissions.Sheets.Figures;

/// <summary>Figures as a Vietnamese reader writes them (cách ghi số liệu).</summary>
internal static class TypedFigure
{
    // Stated here, so that no machine's own list of cultures changes what a letter says.
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>"1.234,5".</summary>
    public static string Number(double value) => value.ToString("#,##0.######", Vietnamese);

    /// <summary>"1.234,5", or "12,5%" of a share.</summary>
    public static string Of(double value, Indicator indicator) => indicator.Kind == IndicatorKind.Rate ? Percent(value) : Number(value);

    public static string Percent(double share) => Number(Math.Round(share * 100, 4)) + "%";

    /// <summary>What a right value looks like.</summary>
    public static string Example(Indicator indicator) => indicator.Kind switch
    {
        IndicatorKind.WholeNumber => "1.234",
        IndicatorKind.Rate => "12,5%",
        _ => "1.234,5",
    };
}
