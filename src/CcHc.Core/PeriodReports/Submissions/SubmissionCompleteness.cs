using System.Globalization;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.PeriodReports.Submissions.Sheets.Figures;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>Counts how much of its form a report answers (mức đầy đủ).</summary>
internal static class SubmissionCompleteness
{
    private const int MostFigures = 12;

    public static SubmissionContent Counted(this SubmissionContent submission, IssuedForm form, IReadOnlyList<Indicator> indicators)
    {
        var calculated = indicators.Where(indicator => indicator.IsCalculated).Select(indicator => indicator.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var codes = form.FigureCodes.Where(code => !calculated.Contains(code)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var tasks = submission.Tasks.Count(IsAnswered);
        var figures =
            submission.Figures.Count(figure => codes.Contains(figure.Code) && (figure.Value is not null || figure.Text.Length > 0 || figure.Note.Length > 0));
        var (noTask, noFigure) = (Math.Max(0, form.Rows.Count - tasks), Math.Max(0, codes.Count - figures));
        return submission with
        {
            Asked = form.Rows.Count + codes.Count,
            Answered = tasks + figures,
            ReadInWords =
                ReadInWords((Math.Min(tasks, form.Rows.Count), form.Rows.Count), (Math.Min(figures, codes.Count), codes.Count), submission, indicators),
            Missing = string.Join(", ", new[] { Words(noTask, "nhiệm vụ"), Words(noFigure, "chỉ tiêu") }.Where(words => words.Length > 0)),
        };
    }

    private static string ReadInWords((int Answered, int Asked) tasks, (int Answered, int Asked) figures, SubmissionContent submission,
        IReadOnlyList<Indicator> indicators)
    {
        var kinds = indicators.GroupBy(indicator => indicator.Code, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var values = submission.Figures
            .Where(figure => figure.Value is not null && kinds.ContainsKey(figure.Code))
            .Select(figure => $"{figure.Code} = {ValueOf(figure.Value!.Value, kinds[figure.Code])}").ToList();
        string[] counts =
        [
            .. tasks.Asked > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{tasks.Answered}/{tasks.Asked} nhiệm vụ")] : Array.Empty<string>(),
            .. figures.Asked > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{figures.Answered}/{figures.Asked} chỉ tiêu")] : Array.Empty<string>(),
            .. submission.ExtraTasks.Count > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{submission.ExtraTasks.Count} việc phát sinh")]
                : Array.Empty<string>(),
        ];
        var shown = string.Join(", ", values.Take(MostFigures)) + (values.Count > MostFigures ? ", …" : "");
        return string.Join("; ", new[] { string.Join(", ", counts), shown }.Where(part => part.Length > 0));
    }

    /// <summary>As a report prints it: a share worked out by the workbook has more decimals than anybody reads.</summary>
    private static string ValueOf(double value, Indicator indicator) =>
        indicator.Kind == IndicatorKind.Rate ? Vietnamese.Percent(value) : TypedFigure.Of(value, indicator);

    private static bool IsAnswered(ReportedTask task) =>
        task.CompletedOn is not null || task.StatusText.Length > 0 || task.Result.Length > 0 || task.Document.Length > 0 || task.Difficulty.Length > 0;

    private static string Words(int count, string what) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {what}");
}
