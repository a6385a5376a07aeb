using CcHc.Core.Findings;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Columns;

/// <summary>Decides what the office is asked about a table's columns.</summary>
internal static class ColumnQuestions
{
    private const double ShareOfTimes = 0.6;

    /// <summary>A whole assignment this much better than any other without the role leaves no doubt about a header's second meaning.</summary>
    private const double Certain = 100;

    private static readonly RegisterField[] Deadlines = [RegisterField.Time, RegisterField.DueDate];
    private static readonly RegisterField[] Unasked = [RegisterField.Number, RegisterField.General, RegisterField.Note];

    /// <param name="margins">How much worse the table would be without each role; without end where its header says it.</param>
    public static IReadOnlyList<ColumnQuestion> Of(
        TableLayout layout, IReadOnlyList<HeaderColumn> columns, IReadOnlyList<ColumnEvidence> cells, IReadOnlyList<RegisterField?> roles,
        IReadOnlyList<double> margins,
        IReadOnlyDictionary<int, RegisterField> answers)
    {
        var questions = new List<ColumnQuestion>();
        var deadline = Array.FindIndex([.. roles], role => role == RegisterField.DueDate) is >= 0 and var due
            ? due : Array.FindIndex([.. roles], role => role == RegisterField.Time);
        var hasDeadline = deadline >= 0 || layout.HasTicks(RegisterField.Time);
        for (var i = 0; i < columns.Count; i++)
        {
            var (header, role) = (columns[i], roles[i]);
            if (answers.ContainsKey(header.Span.First))
            {
                continue;
            }

            if (role is { } guessed && margins[i] < Certain && !Unasked.Contains(guessed) && !IsMinorShift(header, guessed))
            {
                Ask(i, ColumnRoleFindings.ByCells(Letters(header), Name(header), ColumnFindings.NameOf(guessed)));
            }
            else if (i != deadline && deadline >= 0 && !IsDocumentedPair(columns[deadline], header) && CouldBeDeadline(header, cells[i], role))
            {
                var used = columns[deadline];
                Ask(i, role is RegisterField.Time
                    ? ColumnRoleFindings.DeadlineBeside(Letters(used), Name(used), Letters(header), Name(header))
                    : ColumnRoleFindings.TwoDeadlines(Letters(used), Name(used), Letters(header), Name(header)));
            }
            else if (role == RegisterField.CompletedOn && header.Group.Length > 0 && deadline >= 0 && columns[deadline].Group == header.Group)
            {
                Ask(i, ColumnRoleFindings.PlanAndActual(Letters(columns[deadline]), Name(columns[deadline]), Letters(header), Name(header)));
            }
            else if (!hasDeadline && role == RegisterField.Start && cells[i].Share(CellNature.Time) >= ShareOfTimes)
            {
                Ask(i, ColumnRoleFindings.TimesNotUsed(Letters(header), Name(header)));
            }
        }

        return questions;

        void Ask(int i, FindingTemplate finding) =>
            questions.Add(new ColumnQuestion(finding, columns[i].Span.First, ColumnAnswers.CodeOf(layout, columns[i].Span.First)));
    }

    private static bool CouldBeDeadline(HeaderColumn header, ColumnEvidence cells, RegisterField? role) =>
        (role is null || Deadlines.Contains(role.Value))
            && (header.Meaning is { } meaning ? Deadlines.Contains(meaning.Field) && (cells.Cells == 0 || cells.Share(CellNature.Time) > 0)
                : cells.Cells > 1 && cells.Share(CellNature.Time) >= ShareOfTimes);

    /// <summary>"Thời gian thực hiện" with "Hạn": the words of the plan and the day that wins over them.</summary>
    private static bool IsDocumentedPair(HeaderColumn used, HeaderColumn other) =>
        used.Meaning?.Field == RegisterField.DueDate && other.Meaning is { Field: RegisterField.Time, Strength: <= 5 };

    /// <summary>A result that proves to be a status, or the like: nobody is reminded differently.</summary>
    private static bool IsMinorShift(HeaderColumn header, RegisterField role) =>
        role is RegisterField.Result
            || (role == RegisterField.Status && header.Meaning is { Field: RegisterField.Result or RegisterField.Time, Strength: <= 2 })
        || (header.Meaning is { } meaning && Deadlines.Contains(meaning.Field) && Deadlines.Contains(role));

    private static string Letters(HeaderColumn header) => CellName.ColumnLetters(header.Span.First);

    private static string Name(HeaderColumn header) => VietnameseText.OneLine(header.Group.Length > 0 ? $"{header.Group} › {header.Word}" : header.Word);
}
