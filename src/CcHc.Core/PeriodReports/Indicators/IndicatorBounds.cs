using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Indicators;

/// <summary>Reads the least and greatest value of a figure (giới hạn) as chi-tieu.xlsx states them.</summary>
public static partial class IndicatorBounds
{
    /// <summary>Where a plain bound of a rate stops being a fraction; from 10 on it is counted in percent, between the two nobody can tell.</summary>
    private const double LargestFraction = 1;
    private const double SmallestPercent = 10;

    /// <summary>What cannot be otherwise: a count is never negative, a rate lies between 0 and 1.</summary>
    public static (double? Least, double? Greatest) Usual(IndicatorKind kind) => kind switch
    {
        IndicatorKind.WholeNumber => (0, null),
        IndicatorKind.Rate => (0, 1),
        _ => (null, null),
    };

    /// <summary>"1.234,5" with a decimal comma, "80%" as 0.8. The plain bound of a rate is a fraction up to 1 and percent from 10 on.</summary>
    /// <returns>Null for words that are no number, for a number of hundreds of digits, and for a rate's bound that could be either.</returns>
    public static double? Read(string text, IndicatorKind kind)
    {
        var written = VietnameseText.OneLine(text).Replace(" ", "", StringComparison.Ordinal).Replace('−', '-');
        var isPercent = written.EndsWith('%');
        var plain = isPercent ? written[..^1] : written;
        double number;
        if (InGroups().IsMatch(plain) || WithComma().IsMatch(plain))
        {
            number = Parse(plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'));
        }
        else if (AsStored().IsMatch(plain))
        {
            number = Parse(plain);
        }
        else
        {
            return null;
        }

        return !double.IsFinite(number) ? null
            : isPercent ? number / 100
            : kind != IndicatorKind.Rate || Math.Abs(number) <= LargestFraction ? number
            : Math.Abs(number) >= SmallestPercent ? number / 100
            : null;
    }

    private static double Parse(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex InGroups();

    [GeneratedRegex(@"^-?[0-9]+(,[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithComma();

    /// <summary>A number cell reaches here with a decimal point.</summary>
    [GeneratedRegex(@"^-?[0-9]+\.[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex AsStored();
}
