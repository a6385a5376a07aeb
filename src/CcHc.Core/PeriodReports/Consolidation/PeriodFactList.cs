using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation.Figures;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Registers;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>Everything a consolidated report says, as facts (danh sách dữ kiện): kept with each version, compared with the next one.</summary>
public static class PeriodFactList
{
    /// <summary>In the order of the report's sheets; of details, figures and texts only what is not blank.</summary>
    public static PeriodFacts Of(PeriodReport report) => new(report.Period.Code, report.Period.Name, All(report));

    /// <summary>Said anew by whoever goes through them: a country's are two million.</summary>
    private static IEnumerable<PeriodFact> All(PeriodReport report)
    {
        IEnumerable<IEnumerable<PeriodFact>> parts =
        [
            KeyNumber.Of(report.Standings.Totals, report.HandIns.Totals, report.Figures).Select(number => new PeriodFact(
                number.Key, number.Label, number.Value is { } value ? FigureText.Number(value, number.IsShare) : "", number.Value)),
            report.HandIns.Lines.Select(
                handIn => new PeriodFact($"agency/{handIn.Agency.Code}/hand-in", $"{handIn.Agency.Name}: gửi báo cáo", PeriodText.Name(handIn.State))),
            report.Standings.ByAgency.SelectMany(line => new[]
            {
                Count($"agency/{line.Code}/all", $"{line.Name}: số đầu việc", line.Counts.Total),
                Count($"agency/{line.Code}/done-in-time", $"{line.Name}: hoàn thành đúng hạn", line.Counts.DoneInTime),
                Count($"agency/{line.Code}/done-late", $"{line.Name}: hoàn thành trễ hạn", line.Counts.DoneLate),
                Count($"agency/{line.Code}/done-undated", $"{line.Name}: đã xong, chưa rõ ngày", line.Counts.DoneUndated),
                Count($"agency/{line.Code}/overdue", $"{line.Name}: quá hạn", line.Counts.Overdue),
            }),
            report.Details.SelectMany(OfTask),
            report.Figures.SelectMany(OfFigure),
            report.Extra.GroupBy(line => line.Agency.Code, StringComparer.Ordinal).SelectMany(lines => lines.Select((line, index) => new PeriodFact(
                FormattableString.Invariant($"extra/{line.Agency.Code}/{index + 1}"), $"{line.Agency.Name}: việc phát sinh", WordsOf(line.Said)))),
            report.Narrative.SelectMany((section, index) => section.Texts.Select(text =>
                new PeriodFact(FormattableString.Invariant($"section/{index + 1}/{text.Agency.Code}"), $"{text.Agency.Name}: {section.Title}", text.Text))),
        ];
        return parts.SelectMany(part => part);
    }

    private static PeriodFact Count(string key, string label, int count) => new(key, label, FigureText.Number(count), count);

    private static IEnumerable<PeriodFact> OfTask(DetailLine line)
    {
        var obligation = line.Assessed.Obligation;
        var key = $"task/{line.Key}/{obligation.Agency.Code}/";
        var name = $"{obligation.Agency.Name}, {TaskName(obligation.Task)}";
        yield return new PeriodFact(key + "status", name + ": tình trạng", DeadlineStatusText.Name(line.Assessed.Standing.Kind));
        (string Key, string Label, string Text)[] texts =
        [
            ("reported", "tình trạng được ghi", line.Status),
            ("result", "kết quả", line.Result),
            ("completed", "ngày hoàn thành", line.CompletedOn is { } day ? Vietnamese.Day(day) : ""),
            ("document", "văn bản", line.Document),
            ("difficulty", "khó khăn, kiến nghị", line.Difficulty),
        ];
        foreach (var (part, label, text) in texts.Where(text => text.Text.Length > 0))
        {
            yield return new PeriodFact(key + part, $"{name}: {label}", text);
        }
    }

    private static IEnumerable<PeriodFact> OfFigure(FigureSummary figure) =>
        from agency in figure.Agencies
        where agency.IsGiven
        select new PeriodFact(
            $"{KeyNumber.KeyOf(figure.Indicator)}/{agency.Agency.Code}",
            $"{agency.Agency.Name}: {figure.Indicator.Code}. {figure.Indicator.Name}",
            agency.Value is { } value ? FigureText.Number(value, figure.Indicator.Kind == IndicatorKind.Rate) : agency.Text,
            agency.Value);

    private static string WordsOf(ExtraTask extra) => string.Join("; ", new[]
    {
        extra.Task, extra.StatusText, extra.Result, extra.CompletedOn is { } day ? Vietnamese.Day(day) : "", extra.Document, extra.Difficulty,
    }.Where(text => text.Length > 0));

    private static string TaskName(RegisterTask task) =>
        $"nhiệm vụ {(task.Number.Length > 0 ? task.Number + " " : "")}“{Vietnamese.Shortened(task.Text, 80)}”";
}
