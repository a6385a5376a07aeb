using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Wording;
using TaskRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>
/// The rows of a filled form for work outside the plans (việc phát sinh): below their heading, or wherever a row with such a key was moved to. What is wrong in
/// them never refuses a report: nobody asked for them.
/// </summary>
internal sealed class ExtraRows(string file, CompletionDays days, List<Finding> findings)
{
    private const string Unnamed = "(chưa ghi tên việc)";
    private const int LongestTask = 60;

    private static readonly string Heading = FormText.Words(FormLayout.ExtraHeading);

    /// <returns>The rows for such work, and all others but the heading and blank rows below it.</returns>
    public static (IReadOnlyList<TaskRow> Extra, IReadOnlySet<TaskRow> Others) Divide(IReadOnlyList<(TaskRow Row, bool IsIssued)> rows)
    {
        var (extra, others, isBelow) = (new List<TaskRow>(), new HashSet<TaskRow>(), false);
        foreach (var (row, isIssued) in rows)
        {
            if (!isIssued && IsHeading(row))
            {
                isBelow = true;
            }
            else if (!isIssued && (isBelow || row.Line(TaskColumn.Key).StartsWith(FormLayout.ExtraKey, StringComparison.OrdinalIgnoreCase)))
            {
                if (HasInput(row) || (row.IsFilled(TaskColumn.Task) && row.IsFilled(TaskColumn.Key)))
                {
                    extra.Add(row);
                }
            }
            else
            {
                others.Add(row);
            }
        }

        return (extra, others);
    }

    public IEnumerable<ExtraTask> Read(IEnumerable<TaskRow> rows)
    {
        foreach (var row in rows)
        {
            var name = row.Line(TaskColumn.Task);
            var found = new List<Finding>();
            var said =
                new TaskRowReader(file, row, days, found, "việc phát sinh" + (name.Length > 0 ? ", " + Vietnamese.Shortened(name, LongestTask) : "")).Read("");
            if (name.Length == 0)
            {
                found.Add(row.Say(file, TaskColumn.Task, TaskSheetFindings.ExtraUnnamed));
            }
            else if (!HasInput(row))
            {
                found = [row.Say(file, TaskColumn.Result, TaskSheetFindings.ExtraWithoutResult(name))];
            }

            findings.AddRange(found.Select(finding => finding.Severity == Severity.Error ? finding with { Severity = Severity.Warning } : finding));
            yield return new ExtraTask(
                name.Length > 0 ? name : Unnamed, row.Text(TaskColumn.Product), said.Status, said.StatusText, said.Result, said.CompletedOn, said.Document,
                said.Difficulty,
                row.Sheet, row.Cell(TaskColumn.Task));
        }
    }

    private static bool HasInput(TaskRow row) => FormColumns.TaskInputs.Any(row.IsFilled);

    /// <summary>Its words stand alone in the row, in whatever column somebody's program left them.</summary>
    private static bool IsHeading(TaskRow row) =>
        !HasInput(row) && row.FirstWords() is var words && FormText.Words(words).StartsWith(Heading, StringComparison.Ordinal);
}
