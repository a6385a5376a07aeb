using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Status;
using CcHc.Core.Sheets;
using TaskRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>Reads what an agency filled in on one row of the task sheet (một dòng kết quả), and says what cannot be right.</summary>
/// <param name="about">How a person finds the row: its number and its task.</param>
internal sealed class TaskRowReader(string file, TaskRow row, CompletionDays days, List<Finding> findings, string about)
{
    public ReportedTask Read(string key)
    {
        var (result, document, difficulty) = (Words(TaskColumn.Result), Words(TaskColumn.Document), Words(TaskColumn.Difficulty));
        var status = StatusOf();
        var (day, findings) = days.Read(row);
        foreach (var finding in findings)
        {
            Say(TaskColumn.Completed, finding);
        }

        CheckTogether(status, day, hasResult: result.Length > 0 || document.Length > 0);
        return new ReportedTask(
            key, status, row.Line(TaskColumn.Status), result, day, document, difficulty, row.Sheet, row.Number, row.Cell(TaskColumn.Result),
            row.Cell(TaskColumn.Difficulty));
    }

    private void CheckTogether(TaskProgress status, DateOnly? day, bool hasResult)
    {
        if (status == TaskProgress.Done)
        {
            if (!row.IsFilled(TaskColumn.Completed))
            {
                Say(TaskColumn.Completed, TaskSheetFindings.DoneWithoutDay);
            }

            if (!hasResult)
            {
                Say(TaskColumn.Result, TaskSheetFindings.DoneWithoutResult);
            }
        }
        else if (day is { } completed && status != TaskProgress.Unknown)
        {
            Say(TaskColumn.Completed, TaskSheetFindings.DayWithoutDone(completed, row.Line(TaskColumn.Status)));
        }
        else if (!row.IsFilled(TaskColumn.Status))
        {
            Say(TaskColumn.Status, TaskSheetFindings.StatusBlank);
        }
    }

    private TaskProgress StatusOf()
    {
        if (TaskCells.Trouble(row[TaskColumn.Status]) is { } trouble)
        {
            Say(TaskColumn.Status, trouble);
            return TaskProgress.Unknown;
        }

        var status = TaskCells.Progress(row);
        if (status == TaskProgress.Unknown)
        {
            Say(TaskColumn.Status, TaskSheetFindings.StatusUnknown(row.Line(TaskColumn.Status)));
        }

        return status;
    }

    private string Words(TaskColumn column)
    {
        if (TaskCells.Trouble(row[column]) is { } trouble)
        {
            Say(column, trouble);
        }

        return row.Text(column);
    }

    private void Say(TaskColumn column, FindingTemplate finding) => findings.Add(row.Say(file, column, finding) with { About = about });
}
