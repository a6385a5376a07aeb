using System.Globalization;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>Counts how much of its form a report answers (mức đầy đủ).</summary>
internal static class SubmissionCompleteness
{
    public static SubmissionContent Counted(this SubmissionContent submission, IssuedForm form, IReadOnlyList<Indicator> indicators)
    {
        var calculated = indicators.Where(indicator => indicator.IsCalculated).Select(indicator => indicator.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var codes = form.FigureCodes.Where(code => !calculated.Contains(code)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var tasks = submission.Tasks.Count(IsAnswered);
        var figures = submission.Figures.Count(figure => codes.Contains(figure.Code) && (figure.Value is not null || figure.Text.Length > 0 || figure.Note.Length > 0));
        var (noTask, noFigure) = (Math.Max(0, form.Rows.Count - tasks), Math.Max(0, codes.Count - figures));
        return submission with
        {
            Asked = form.Rows.Count + codes.Count,
            Answered = tasks + figures,
            Missing = string.Join(", ", new[] { Words(noTask, "nhiệm vụ"), Words(noFigure, "chỉ tiêu") }.Where(words => words.Length > 0)),
        };
    }

    private static bool IsAnswered(ReportedTask task) =>
        task.CompletedOn is not null || task.StatusText.Length > 0 || task.Result.Length > 0 || task.Document.Length > 0 || task.Difficulty.Length > 0;

    private static string Words(int count, string what) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {what}");
}
