using CcHc.Core.Answers;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Status;
using CcHc.Core.Sheets;
using CcHc.Core.Wording;
using TaskRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.AnswerSheets;

/// <summary>Reads what an agency filled in on one row of an answer sheet (một dòng trả lời). A row with an error gives no statement.</summary>
internal sealed class AnswerRowReader(string file, AnswerDays days, DateOnly today)
{
    private const int YearsAhead = 2;
    private const int LongestWords = 2_000;

    /// <summary>What the agency fills in.</summary>
    public static IReadOnlyList<TaskColumn> Inputs { get; } =
        [TaskColumn.Status, TaskColumn.Completed, TaskColumn.Document, TaskColumn.ExtendTo, TaskColumn.Difficulty, TaskColumn.Result];

    public (AgencyStatement? Statement, IReadOnlyList<Finding> Findings) Read(TaskRow row, string key, AssessedObligation asked)
    {
        var findings = new List<Finding>();
        foreach (var column in Inputs)
        {
            Say(column, TaskCells.Trouble(row[column]));
        }

        var status = StatusOf();
        var (completed, doubts) = days.Completed(row);
        foreach (var finding in doubts)
        {
            Say(TaskColumn.Completed, finding);
        }

        var (extendTo, doubt) = days.ExtendTo(row);
        Say(TaskColumn.ExtendTo, doubt);
        if (extendTo is { } wanted)
        {
            Say(TaskColumn.ExtendTo, WrongExtension(wanted, asked));
        }

        CheckTogether(status, completed, extendTo);
        if (findings.Exists(finding => finding.Severity == Severity.Error))
        {
            return (null, findings);
        }

        var reason = string.Join('\n', new[] { Words(TaskColumn.Difficulty), Words(TaskColumn.Result) }.Where(text => text.Length > 0));
        var statement = new AgencyStatement(
            key, status, row.Line(TaskColumn.Status), status == TaskProgress.Done ? completed : null, Words(TaskColumn.Document),
            extendTo is { } to ? new ExtensionRequest(to, reason) : null, reason, row.Sheet, row.Number)
        {
            TaskKey = asked.Obligation.Task.Key,
            Task = FormObligationText.TaskOf(asked.Obligation),
            Due = asked.Standing.WrittenDue ?? asked.Obligation.Milestone.Due,
        };
        return (statement, findings);

        void Say(TaskColumn column, FindingTemplate? finding)
        {
            if (finding is not null)
            {
                findings.Add(row.Say(file, column, finding));
            }
        }

        string Words(TaskColumn column) => Vietnamese.Shortened(row.Text(column), LongestWords);

        TaskProgress StatusOf()
        {
            if (row[TaskColumn.Status] is var cell && (cell.IsBlank || TaskCells.Trouble(cell) is not null))
            {
                return TaskProgress.Unknown;
            }

            var read = TaskCells.Progress(row);
            if (read == TaskProgress.Unknown)
            {
                Say(TaskColumn.Status, TaskSheetFindings.StatusUnknown(row.Line(TaskColumn.Status)));
            }

            return read;
        }

        void CheckTogether(TaskProgress said, DateOnly? day, DateOnly? extend)
        {
            var isTold = row.IsFilled(TaskColumn.Status);
            if (said == TaskProgress.Done)
            {
                Say(TaskColumn.ExtendTo, row.IsFilled(TaskColumn.ExtendTo) ? AnswerFindings.DoneAndExtended : null);
                Say(TaskColumn.Completed, row.IsFilled(TaskColumn.Completed) ? null : TaskSheetFindings.DoneWithoutDay);
                Say(TaskColumn.Document, row.IsFilled(TaskColumn.Document) ? null : TaskSheetFindings.DoneWithoutResult);
                Say(TaskColumn.Status, asked.Standing is { IsDone: true } ? AnswerFindings.AlreadyDone : null);
            }
            else if (day is { } completedOn && (isTold ? said != TaskProgress.Unknown : extend is null))
            {
                // "15/05/2026" alone most likely means done, but a wrong guess would stop the reminders of a task that is not.
                Say(TaskColumn.Completed, TaskSheetFindings.DayWithoutDone(completedOn, row.Line(TaskColumn.Status)) with { Severity = Severity.Error });
            }
            else if (!isTold && !row.IsFilled(TaskColumn.ExtendTo) && !row.IsFilled(TaskColumn.Completed))
            {
                Say(TaskColumn.Status, AnswerFindings.NothingSaid);
            }

            if (extend is not null && !row.IsFilled(TaskColumn.Difficulty) && !row.IsFilled(TaskColumn.Result))
            {
                Say(TaskColumn.Difficulty, AnswerFindings.ExtensionWithoutReason);
            }
        }
    }

    private FindingTemplate? WrongExtension(DateOnly wanted, AssessedObligation asked)
    {
        var due = asked.Obligation.Milestone.Due ?? asked.Standing.Due;
        var latest = due > today ? due.Value : today;
        return wanted <= latest ? AnswerFindings.ExtensionNotLater(wanted, latest)
            : wanted > today.AddYears(YearsAhead) ? AnswerFindings.ExtensionTooFar(wanted) : null;
    }
}
