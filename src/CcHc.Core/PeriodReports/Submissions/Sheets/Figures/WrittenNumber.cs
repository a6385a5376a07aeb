using System.Globalization;
using System.Text.RegularExpressions;

namespace CcHc.Core.PeriodReports.Submissions.Sheets.Figures;

/// <summary>The digits and marks of a typed number (cách viết số), without sign, unit or percent sign.</summary>
/// <param name="Doubt">Why it might be meant otherwise; null when it cannot.</param>
internal readonly partial record struct WrittenNumber(double Value, string? Doubt)
{
    /// <summary>More digits than a computer's number keeps.</summary>
    private const int MostDigits = 15;

    private const string English = "viết kiểu Anh: dấu phẩy ngăn hàng nghìn, dấu chấm thập phân";

    /// <param name="isWhole">Only a whole number is asked for, so that "1,234" cannot have decimals.</param>
    /// <returns>Null for anything that is no number.</returns>
    public static WrittenNumber? Read(string words, bool isWhole)
    {
        if (words.Count(char.IsAsciiDigit) is 0 or > MostDigits)
        {
            return null;
        }

        if (GroupedBySpaces().IsMatch(words))
        {
            words = words.Replace(" ", "", StringComparison.Ordinal);
            return words.Contains('.', StringComparison.Ordinal) ? Of(words, '.', English) : Of(words, ',');
        }

        return words switch
        {
            _ when Digits().IsMatch(words) => Of(words, ','),
            _ when GroupedByPoints().IsMatch(words) => Of(words, ',', IsOneGroup(words) && !isWhole ? "dấu chấm ngăn hàng nghìn" : null),
            _ when isWhole && OneGroupByComma().IsMatch(words) => Of(words, '.', "dấu phẩy ngăn hàng nghìn"),
            _ when WithComma().IsMatch(words) => Of(words, ',', OneGroupByComma().IsMatch(words) ? "dấu phẩy thập phân" : null),
            _ when GroupedByCommas().IsMatch(words) => Of(words, '.', English),
            _ when WithPoint().IsMatch(words) => Of(words, '.', "dấu chấm thập phân"),
            _ => null,
        };
    }

    private static WrittenNumber Of(string words, char decimalMark, string? doubt = null)
    {
        var plain = words.Replace(decimalMark == ',' ? "." : ",", "", StringComparison.Ordinal).Replace(',', '.');
        return new WrittenNumber(double.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), doubt);
    }

    /// <summary>"1.234" could be meant the English way; "1.234.567" and "1.234,5" could not.</summary>
    private static bool IsOneGroup(string words) => words.Count(c => c == '.') == 1 && !words.Contains(',', StringComparison.Ordinal);

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex Digits();

    [GeneratedRegex("^[1-9][0-9]{0,2}( [0-9]{3})+([.,][0-9]+)?$")]
    private static partial Regex GroupedBySpaces();

    [GeneratedRegex(@"^[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?$")]
    private static partial Regex GroupedByPoints();

    [GeneratedRegex("^[1-9][0-9]{0,2},[0-9]{3}$")]
    private static partial Regex OneGroupByComma();

    [GeneratedRegex("^[0-9]+,[0-9]+$")]
    private static partial Regex WithComma();

    [GeneratedRegex(@"^[1-9][0-9]{0,2}((,[0-9]{3})+\.[0-9]+|(,[0-9]{3}){2,})$")]
    private static partial Regex GroupedByCommas();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+$")]
    private static partial Regex WithPoint();
}
