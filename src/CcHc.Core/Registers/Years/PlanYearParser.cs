using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Years;

/// <summary>Finds the year a plan is for (năm kế hoạch) in a title, sheet name or file name; the year of a date or document number is not one.</summary>
public static partial class PlanYearParser
{
    /// <summary>The year after "năm"; null for a span of years or none.</summary>
    public static int? InTitle(string title)
    {
        var folded = Dates().Replace(VietnameseText.Fold(title), " ");
        return Only(YearWord().Matches(Span().Replace(folded, " ")));
    }

    /// <summary>The only year in a name; null when there are none or several.</summary>
    public static int? InName(string name) => Only(AnyYear().Matches(VietnameseText.Fold(name)));

    /// <summary>True when folded words name a year, be it of a date or of a plan.</summary>
    internal static bool NamesAnyYear(string folded) => AnyYear().IsMatch(folded);

    /// <summary>True for the title of a plan for several years: "giai đoạn 2021 - 2025".</summary>
    public static bool IsSpan(string title) => Span().IsMatch(VietnameseText.Fold(title));

    private static int? Only(MatchCollection matches)
    {
        var years = matches.Select(match => int.Parse(match.Groups["y"].Value, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().ToList();
        return years.Count == 1 ? years[0] : null;
    }

    [GeneratedRegex(@"(?:ngay[^a-z]{0,8}|den (?:het )?|truoc )thang [0-9]{1,2},? nam [0-9]{4}|[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{4}|/[0-9]{4}/")]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?:giai doan|cac nam|nam|tu nam|nhiem ky)? ?20[0-9]{2} ?(?:-|den(?: nam)?|,) ?20[0-9]{2}")]
    private static partial Regex Span();

    [GeneratedRegex(@"\bnam ?(?:ke hoach ?:? ?)?(?<y>20[0-9]{2})\b")]
    private static partial Regex YearWord();

    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-9]{2})(?![0-9])")]
    private static partial Regex AnyYear();
}
