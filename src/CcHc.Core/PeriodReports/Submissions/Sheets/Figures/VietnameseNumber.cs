using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Submissions.Sheets.Figures;

/// <summary>What a typed figure says.</summary>
/// <param name="Value">Null when it says no figure, or none that can be read; a share is a fraction.</param>
/// <param name="Finding">Null when there is only one way to read it.</param>
public sealed record NumberReading(double? Value, FindingTemplate? Finding)
{
    public static NumberReading Blank { get; } = new(null, null);
}

/// <summary>
/// Reads a number (số liệu) that was typed as text. A point groups thousands and a comma begins the decimals: "1.234,5"; what can only be English ("1,234.5")
/// is read so and said so. "không" is 0; a mark such as "-" or "x" is no figure, and no figure is never 0.
/// </summary>
public static class VietnameseNumber
{
    private static readonly FrozenSet<string> Marks = FrozenSet.ToFrozenSet(["-", "--", "---", "…", "...", "x", "n/a", "na"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nothing = FrozenSet.ToFrozenSet(
        ["khong", "khong co", "khong phat sinh", "khong co phat sinh", "chua phat sinh"], StringComparer.Ordinal);

    /// <summary>How "không" is shortened; "k" may be meant for a thousand, too.</summary>
    private static readonly FrozenSet<string> ShortNothing = FrozenSet.ToFrozenSet(["k", "ko"], StringComparer.Ordinal);

    public static NumberReading Read(string text, Indicator indicator)
    {
        var written = VietnameseText.OneLine(text);
        var words = Plain(VietnameseText.Fold(written));
        if (words.Length == 0)
        {
            return NumberReading.Blank;
        }

        if (Marks.Contains(words))
        {
            return new NumberReading(null, FigureFindings.MarkIsBlank(written));
        }

        var isShare = indicator.Kind == IndicatorKind.Rate;
        var isPercent = isShare && (TakeOff(ref words, "%") || TakeOff(ref words, "phan tram"));
        if (!isPercent)
        {
            TakeOff(ref words, VietnameseText.Fold(indicator.Unit));
        }

        if (Nothing.Contains(words))
        {
            return new NumberReading(0, null);
        }

        if (ShortNothing.Contains(words))
        {
            return new NumberReading(0, FigureFindings.ReadAs(written, 0, indicator, "hiểu là “không”"));
        }

        var isNegative = words is ['-', not ' ', ..];
        if (WrittenNumber.Read(isNegative ? words[1..] : words.TrimStart('+'), indicator.Kind == IndicatorKind.WholeNumber) is not { } number)
        {
            return new NumberReading(null, FigureFindings.Unreadable(written, indicator));
        }

        var value = isNegative ? -number.Value : number.Value;
        if (isPercent)
        {
            value = PercentPoints(value);
        }
        else if (isShare && AsShare(value, indicator) is { Finding: not null } points)
        {
            return points;
        }

        return new NumberReading(value, number.Doubt is { } doubt ? FigureFindings.ReadAs(written, value, indicator, doubt) : null);
    }

    /// <summary>A share given as a bare number: up to 1 it is the fraction, above that and up to 100 it must be meant in per cent.</summary>
    public static NumberReading AsShare(double number, Indicator indicator) =>
        Math.Abs(number) > Math.Max(1, indicator.Greatest ?? 1) && Math.Abs(number) <= 100 ? Points(number, indicator) : new NumberReading(number, null);

    private static NumberReading Points(double number, Indicator indicator) =>
        new(PercentPoints(number),
            FigureFindings.ReadAs(TypedFigure.Number(number), PercentPoints(number), indicator, "số lớn hơn 1 được tính theo phần trăm"));

    // Twelve decimals are more than anyone types; rounding takes off the dust of the division.
    private static double PercentPoints(double number) => Math.Round(number / 100, 12);

    private static bool TakeOff(ref string words, string ending)
    {
        if (ending.Length == 0 || words.Length <= ending.Length || !words.EndsWith(ending, StringComparison.Ordinal))
        {
            return false;
        }

        words = words[..^ending.Length].TrimEnd();
        return true;
    }

    /// <summary>Digits of any script and full-width marks as plain ones.</summary>
    private static string Plain(string folded)
    {
        var plain = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            plain.Append(
                c is >= '！' and <= '～' ? char.ToLowerInvariant((char)(c - '！' + '!'))
                : char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))
                : c);
        }

        return plain.ToString().Trim();
    }
}
