using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Regimes;

/// <summary>
/// Whether the days a report's figures are taken from can be meant (thời gian chốt số liệu): a quarter's are three months, not fifteen. Plans have printed last
/// year's number where this year's was meant.
/// </summary>
public static partial class ReportWindowCheck
{
    /// <summary>From the 30th of November to the 28th of February is a quarter, too.</summary>
    private const int MonthEndDays = 3;

    /// <summary>How far from the end of its period a window may end: it is cut off two weeks before, or runs into the next month.</summary>
    private const int FarthestDays = 45;

    /// <summary>The window that was probably meant; null when the written one can be true.</summary>
    public static DateRange? Proposal(Recurrence frequency, DateRange written)
    {
        var months = MonthsOf(frequency);
        if (Fits(written, months))
        {
            return null;
        }

        foreach (var year in new[] { written.Last.Year, written.Last.Year - 1 })
        {
            var corrected = written with { First = written.First.AddYears(year - written.First.Year) };
            if (Fits(corrected, months))
            {
                return corrected;
            }
        }

        return written with { First = written.Last.AddDays(1).AddMonths(-months) };
    }

    /// <summary>What is wrong with the windows a text names: "Báo cáo quý III/2021: chốt số liệu từ ngày 15/6/2020 đến ngày 14/9/2021".</summary>
    public static IEnumerable<FindingTemplate> InWords(string? text) =>
        // Two whole dates have four strokes; few times have.
        text is { Length: <= DeadlineParser.LongestText } && Strokes(text) >= 4 ? InFolded(VietnameseText.Fold(text)) : [];

    private static IEnumerable<FindingTemplate> InFolded(string folded)
    {
        var from = 0;
        foreach (Match days in Window().Matches(folded))
        {
            var report = Report().Match(folded[from..days.Index]);
            from = days.Index + days.Length;
            if (report.Success && Day(days, 1) is { } first && Day(days, 4) is { } last && Proposal(report, new DateRange(first, last)) is { } proposed)
            {
                yield return new FindingTemplate(Severity.Warning, "report-window-wrong",
                    $"Thời gian chốt số liệu {InWords(new DateRange(first, last))} không khớp với {NameOf(report)}.",
                    $"Có lẽ là {InWords(proposed)}; hãy kiểm tra lại năm.");
            }
        }
    }

    private static int Strokes(string text) => text.AsSpan().Count('/') + text.AsSpan().Count('.');

    private static DateRange? Proposal(Match report, DateRange written)
    {
        var (frequency, lastMonth) = PeriodOf(report);
        if (lastMonth is { } month && report.Groups["year"] is { Success: true, Value: var year })
        {
            // The title names the year: both days are moved to it before their distance is looked at.
            var end = new DateOnly(int.Parse(year, CultureInfo.InvariantCulture), month, 1).AddMonths(1).AddDays(-1);
            if (Math.Abs(written.Last.DayNumber - end.DayNumber) > FarthestDays)
            {
                var shift = end.Year - written.Last.Year;
                var moved = new DateRange(written.First.AddYears(shift), written.Last.AddYears(shift));
                return Math.Abs(moved.Last.DayNumber - end.DayNumber) <= FarthestDays
                    ? Proposal(frequency, moved) ?? moved
                    : new DateRange(end.AddDays(1).AddMonths(-MonthsOf(frequency)), end);
            }
        }

        return Proposal(frequency, written);
    }

    private static bool Fits(DateRange window, int months) =>
        window.First <= window.Last && window.Last.DayNumber < window.First.AddMonths(months).DayNumber + MonthEndDays;

    private static int MonthsOf(Recurrence frequency) => frequency switch
    {
        Recurrence.Monthly => 1,
        Recurrence.Quarterly => 3,
        Recurrence.Semiannual => 6,
        Recurrence.NineMonths => 9,
        Recurrence.Annual => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
    };

    /// <summary>How often, and the period's last month where the words name one.</summary>
    private static (Recurrence Frequency, int? LastMonth) PeriodOf(Match report) => report.Groups["quarter"].Value switch
    {
        "i" or "1" => (Recurrence.Quarterly, 3),
        "ii" or "2" => (Recurrence.Quarterly, 6),
        "iii" or "3" => (Recurrence.Quarterly, 9),
        "iv" or "4" => (Recurrence.Quarterly, 12),
        _ when report.Groups["months"] is { Success: true, Value: var months } => months == "6" ? (Recurrence.Semiannual, null) : (Recurrence.NineMonths, 9),
        _ => (Recurrence.Annual, 12),
    };

    private static string NameOf(Match report) => PeriodOf(report).Frequency switch
    {
        Recurrence.Quarterly => "kỳ báo cáo quý " + report.Groups["quarter"].Value.ToUpperInvariant(),
        Recurrence.Annual => "kỳ báo cáo năm",
        _ => $"kỳ báo cáo {report.Groups["months"].Value} tháng",
    };

    private static DateOnly? Day(Match days, int group) =>
        DateOnly.TryParseExact($"{days.Groups[group].Value}/{days.Groups[group + 1].Value}/{days.Groups[group + 2].Value}", "d/M/yyyy",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2900
            ? day
            : null;

    private static string InWords(DateRange range) => $"{Vietnamese.Day(range.First)} – {Vietnamese.Day(range.Last)}";

    [GeneratedRegex(@"\b([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})\s*(?:-|den(?:\s+het)?)\s*(?:ngay\s*)?([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Window();

    [GeneratedRegex(@"\b(?<period>(?:quy\s+(?<quarter>iv|i{1,3}|[1-4])|(?<months>[69])\s+thang(?:\s+dau\s+nam)?|(?<=bao cao )nam|nam(?=\s+(?:19|20)[0-9][0-9]))(?:\s*(?:/|\bnam\b)?\s*(?<year>(?:19|20)[0-9][0-9]))?)\b.*\bso lieu\b", RegexOptions.CultureInvariant)]
    private static partial Regex Report();
}
