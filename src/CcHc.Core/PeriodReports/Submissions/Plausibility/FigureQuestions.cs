using System.Text.RegularExpressions;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.PeriodReports.Submissions.Sheets.Figures;
using CcHc.Core.Regimes;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Submissions.Plausibility;

/// <summary>
/// Asks about figures that are possible and hardly likely beside what the agency gave before (câu hỏi về số liệu): a cumulative one that falls, one ten times
/// the last, a longer period's below a part of it. Nothing is refused for it, and an explanation typed beside the figure answers it.
/// </summary>
public static partial class FigureQuestions
{
    /// <summary>Begins the codes of these findings.</summary>
    public const string Code = "figure-question";

    private const double Times = 10;

    /// <summary>Below it ten times as much is a matter of a few cases.</summary>
    private const double LeastToWonder = 20;

    /// <param name="earlier">The agency's reports that count, of periods that ended before this one.</param>
    public static IReadOnlyList<Finding> Of(SubmissionContent submission, ReportPeriod period,
        IReadOnlyList<(ReportPeriod Period, SubmissionContent Content)> earlier, IReadOnlyList<Indicator> indicators)
    {
        var known = indicators.DistinctBy(indicator => indicator.Code, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(indicator => indicator.Code, StringComparer.OrdinalIgnoreCase);
        var before = earlier.OrderByDescending(one => one.Period.LastDay)
            .SelectMany(
                one => one.Content.Figures.Where(figure => figure.Value is not null).Select(figure => (figure.Code, one.Period, Value: figure.Value!.Value)))
            .ToLookup(one => one.Code, one => (one.Period, one.Value), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from figure in submission.Figures
               where figure.Value is not null && figure.Note.Length == 0 && known.TryGetValue(figure.Code, out var indicator)
                   && indicator is { IsCalculated: false, Kind: not IndicatorKind.Text }
               let question = About(known[figure.Code], figure.Value!.Value, period, [.. before[figure.Code]])
               where question is not null
               select question.At(submission.File, figure.Sheet, figure.Cell),
        ];
    }

    private static FindingTemplate? About(Indicator indicator, double value, ReportPeriod period,
        IReadOnlyList<(ReportPeriod Period, double Value)> latestFirst)
    {
        if (latestFirst.Count == 0)
        {
            return null;
        }

        var isCumulative = Cumulative().IsMatch(VietnameseText.Fold(indicator.Name));
        var (last, lastValue) = latestFirst[0];
        if (isCumulative && last.Year == period.Year && value < lastValue)
        {
            return Ask("falls", indicator, value, $"là số lũy kế nhưng thấp hơn {Shown(lastValue, indicator)} của kỳ {last.Name}");
        }

        if (indicator is { Total: TotalRule.Sum, Kind: not IndicatorKind.Rate } && !isCumulative
            && latestFirst.FirstOrDefault(one => IsPartOf(one.Period, period) && value < one.Value) is { Period: { } part, Value: var partValue })
        {
            return Ask("below-part", indicator, value, $"thấp hơn {Shown(partValue, indicator)} của riêng kỳ {part.Name}, một phần của kỳ này");
        }

        return indicator.Kind != IndicatorKind.Rate && lastValue > 0 && value >= Times * lastValue && value >= LeastToWonder
            ? Ask("ten-times", indicator, value, $"gấp từ 10 lần trở lên so với {Shown(lastValue, indicator)} của kỳ {last.Name}")
            : null;
    }

    /// <summary>Every day of it lies in the longer period.</summary>
    private static bool IsPartOf(ReportPeriod part, ReportPeriod whole) =>
        part.Calendar != whole.Calendar && part.Window.First >= whole.Window.First && part.Window.Last <= whole.Window.Last;

    private static FindingTemplate Ask(string what, Indicator indicator, double value, string because) => new(Severity.Info, $"{Code}-{what}",
        $"Chỉ tiêu {indicator.Code}: {Shown(value, indicator)} {because}. Số này có đúng không?",
        "Đúng thì không cần làm gì, hoặc ghi lý do ở cột Giải trình; sai thì sửa rồi nộp lại.");

    private static string Shown(double value, Indicator indicator) => TypedFigure.Of(value, indicator);

    [GeneratedRegex(@"luy ke|cong don|(?:ke )?tu dau (?:nam|nhiem ky|ky)|tinh den|den (?:nay|thoi diem|het ky|cuoi ky)")]
    private static partial Regex Cumulative();
}
