using System.Globalization;
using System.Text.RegularExpressions;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>Finds the period a heading, a folder or a file name speaks of (kỳ báo cáo), as its code: "quý II/2026" is "2026-Q2".</summary>
internal static partial class PeriodNameParser
{
    private static readonly string[] Roman = ["i", "ii", "iii", "iv"];

    /// <summary>"2026-Q2" whatever its case; null for a name that is no code.</summary>
    public static string? Code(string name) => CodeForm().IsMatch(name) ? name.ToUpperInvariant() : null;

    /// <param name="words">See <see cref="FormText.Words"/>.</param>
    public static string? In(string words)
    {
        // "ngày 15 tháng 6 năm 2026" is when it was written.
        var text = PlaceAndDay().Replace(words, " ");
        return Quarter().Match(text) is { Success: true } quarter ? Of(quarter, $"Q{QuarterOf(quarter.Groups["n"].Value)}")
            : HalfYear().Match(text) is { Success: true } half ? Of(half, "6T")
            : NineMonths().Match(text) is { Success: true } nine ? Of(nine, "9T")
            : Month().Match(text) is { Success: true } month && Number(month) is >= 1 and <= 12
            ? Of(month, string.Create(CultureInfo.InvariantCulture, $"T{Number(month):00}"))
            : Year().Match(text) is { Success: true } year ? Of(year, "N")
            : null;
    }

    public static int? YearOf(string code) =>
        code.Length > 4 && int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static string Of(Match match, string suffix) => match.Groups["y"].Value + "-" + suffix;

    private static int Number(Match match) => int.Parse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string QuarterOf(string number) =>
        char.IsAsciiDigit(number[0]) ? number : (Array.IndexOf(Roman, number) + 1).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9]{4}-(Q[1-4]|6T|9T|N|T(0[1-9]|1[0-2]))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"\bngay( [0-9]{1,2})? thang( [0-9]{1,2})? nam [0-9]{4}\b")]
    private static partial Regex PlaceAndDay();

    [GeneratedRegex(@"\bquy (?<n>i{1,3}|iv|[1-4]) (nam )?(?<y>20[0-9]{2})\b")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b6 thang (dau )?(nam )?(?<y>20[0-9]{2})\b")]
    private static partial Regex HalfYear();

    [GeneratedRegex(@"\b9 thang (dau )?(nam )?(?<y>20[0-9]{2})\b")]
    private static partial Regex NineMonths();

    [GeneratedRegex(@"\bthang (?<n>[0-9]{1,2}) (nam )?(?<y>20[0-9]{2})\b")]
    private static partial Regex Month();

    // "Kế hoạch năm 2026" names a plan, not a period.
    [GeneratedRegex(@"(^|\b(bao cao|ky|ket qua) )nam (?<y>20[0-9]{2})\b")]
    private static partial Regex Year();
}
