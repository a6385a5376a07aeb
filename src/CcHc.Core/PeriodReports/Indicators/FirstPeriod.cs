using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Calendars;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Indicators;

/// <summary>Reads from which period a figure is asked (từ kỳ).</summary>
public static partial class FirstPeriod
{
    private const int FirstYear = 1945;
    private const int LastYear = 2100;

    /// <summary>
    /// The last day of the calendar period named: "Quý I/2026", "6 tháng đầu năm 2026", "9 tháng năm 2026", "Năm 2026", "Tháng 3/2026", or a code such as
    /// "2026-Q1".
    /// </summary>
    /// <returns>Null for anything else.</returns>
    public static DateOnly? LastDay(string words)
    {
        var folded = VietnameseText.Fold(words).Trim(' ', '.', ',');
        return Code().Match(folded) is { Success: true } code ? Day(code) : Day(Name().Match(folded));
    }

    private static DateOnly? Day(Match found)
    {
        if (!found.Success)
        {
            return null;
        }

        var year = Number(found, "year");
        var month = found.Groups["quarter"] is { Success: true, Value: var quarter } ? QuarterOf(quarter) * 3
            : found.Groups["month"].Success ? Number(found, "month")
            : found.Groups["months"].Success && !found.Groups["second"].Success ? Number(found, "months")
            : 12;
        return year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 ? DateRange.Month(year, month).Last : null;
    }

    private static int QuarterOf(string quarter) => quarter switch { "i" or "1" => 1, "ii" or "2" => 2, "iii" or "3" => 3, _ => 4 };

    private static int Number(Match found, string group) => int.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>[0-9]{4}) ?- ?(?:q(?<quarter>[1-4])|(?<months>[69])t|t(?<month>[0-9]{1,2})|n)$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"^(?:(?:tu|ke tu|bao cao|ky) )*(?:quy (?<quarter>iv|i{1,3}|[1-4])\b|q(?<quarter>[1-4])\b|(?<months>6) thang(?: dau| (?<second>cuoi))?\b|(?<months>9) thang(?: dau)?\b|thang (?<month>[0-9]{1,2})\b|t(?<month>[0-9]{1,2})\b|(?:ca )?nam\b|)"
        + @" ?(?:[/,.-] ?|nam ?)?(?<year>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
