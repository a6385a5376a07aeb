using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Plans.Tasks;
using CcHc.Core.Text;

namespace CcHc.Core.Plans;

/// <summary>
/// Finds which period reports a plan asks for, by which day, of which days (chế độ báo cáo). A sentence counts when it speaks of reports and of their period.
/// </summary>
internal static partial class PlanRegimeReader
{
    private static readonly (Recurrence Every, Regex Words)[] Periods =
    [
        (Recurrence.Monthly, Monthly()), (Recurrence.Quarterly, Quarterly()), (Recurrence.Semiannual, Semiannual()), (Recurrence.NineMonths, NineMonths()),
        (Recurrence.Annual, Annual()),
    ];

    /// <summary>Null when the plan asks for none.</summary>
    public static PlanRegime? Find(IReadOnlyList<PlanBlock> blocks)
    {
        var reports = new Dictionary<Recurrence, PlanReport>();
        var sources = new List<(PlanPlace, string)>();
        int? common = null;
        foreach (var (line, sentence) in PlanLine.Of(blocks).SelectMany(line => DutySentence.Sentences(line.Words).Select(sentence => (line, sentence))))
        {
            var folded = VietnameseText.Fold(sentence);
            if (!Reports().IsMatch(folded))
            {
                continue;
            }

            var day = DueDay(folded);
            var kinds = Periods.Where(period => period.Words.IsMatch(folded)).Select(period => period.Every).ToList();
            if ((kinds.Count == 0 || !Regular().IsMatch(folded)) && day is null)
            {
                continue;
            }

            sources.Add((line.Place, sentence));
            common = kinds.Count == 0 ? day ?? common : common;
            foreach (var every in kinds)
            {
                var (from, to) = Window(folded);
                var known = reports.GetValueOrDefault(every) ?? new PlanReport(every, null, null, null);
                reports[every] = known with { DueDay = known.DueDay ?? day, From = known.From ?? from, To = known.To ?? to };
            }
        }

        return reports.Count == 0 ? null
            : new PlanRegime([.. reports.Values.OrderBy(report => report.Every).Select(report => report with { DueDay = report.DueDay ?? common })], sources);
    }

    // "Trước ngày 20": the 19th is the last day.
    private static int? DueDay(string folded) =>
        Due().Match(folded) is { Success: true } due
            && int.Parse(due.Groups["d"].Value, NumberStyles.None, CultureInfo.InvariantCulture) is >= 1 and <= 31 and var day
            ? due.Groups["before"].Success ? Math.Max(1, day - 1) : day
            : null;

    private static (DateOnly? From, DateOnly? To) Window(string folded) =>
        Days().Match(folded) is { Success: true } days ? (Day(days.Groups["a"].Value), Day(days.Groups["b"].Value)) : (null, null);

    private static DateOnly? Day(string words) =>
        DateOnly.TryParseExact(words, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"\bbao cao\b")]
    private static partial Regex Reports();

    [GeneratedRegex(@"dinh ky|hang (thang|quy|nam)|chot so lieu|thoi han bao cao|che do bao cao|bao cao (quy|6 thang|nam)")]
    private static partial Regex Regular();

    [GeneratedRegex(@"hang thang|dinh ky thang|bao cao thang\b")]
    private static partial Regex Monthly();

    [GeneratedRegex(@"hang quy|dinh ky (?:hang )?quy|bao cao (?:ket qua )?(?:hang )?quy|\bquy, (?:6|sau) thang|thang cuoi quy(?! [ivx1-4])")]
    private static partial Regex Quarterly();

    [GeneratedRegex(@"\b(?:0?6|sau) thang\b")]
    private static partial Regex Semiannual();

    [GeneratedRegex(@"\b(?:0?9|chin) thang\b")]
    private static partial Regex NineMonths();

    [GeneratedRegex(@"hang nam|\b1 nam\b|ca nam|bao cao (?:tong hop |tong ket )?nam\b|(?:thang|quy)(?:,| va) (?:hang )?nam\b")]
    private static partial Regex Annual();

    [GeneratedRegex(@"(?:cham nhat|(?<before>truoc))(?: la| den| vao)*(?: het)? ngay (?<d>[0-9]{1,2})(?! ?/)(?: cua)?(?: hang)?(?: thang (?:cuoi|cua)[^.;]{0,30})?")]
    private static partial Regex Due();

    [GeneratedRegex(@"tu ngay (?<a>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}) den(?: het)?(?: ngay)? (?<b>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})")]
    private static partial Regex Days();
}
