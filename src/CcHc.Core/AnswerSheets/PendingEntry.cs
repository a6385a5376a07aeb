using CcHc.Core.Answers;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Wording;

namespace CcHc.Core.AnswerSheets;

/// <summary>One thing the officer should type into a register (việc chờ ghi vào sổ), because an agency answered and the register does not say it yet.</summary>
/// <param name="Cell">Null when the register has no column for it.</param>
/// <param name="Value">The words to type; of a day the day itself.</param>
public sealed record PendingEntry(AssessedObligation Assessed, string Column, string? Cell, string Value, DateOnly? Day, string Finding)
{
    private const string Status = "Tình trạng";
    private const string Completed = "Ngày hoàn thành";
    private const string Extended = "Gia hạn đến";

    public GivenAnswer Answer => Assessed.Obligation.Answer!.Latest!;

    /// <summary>Of what was answered and accepted, or waits for a decision; nothing the register says already. By register, sheet and row.</summary>
    public static IReadOnlyList<PendingEntry> All(IReadOnlyList<AssessedObligation> assessed)
    {
        var ofTask = assessed.ToLookup(one => one.Obligation.Task.Key, StringComparer.Ordinal);
        return
        [
            .. assessed.Where(one => one.Obligation.Answer?.Latest is { State: AnswerState.Waiting or AnswerState.Accepted })
                .SelectMany(one => Of(one, ofTask[one.Obligation.Task.Key]))
                .OrderBy(entry => entry.Assessed.Obligation.Task.Place.File, StringComparer.Ordinal)
                .ThenBy(entry => entry.Assessed.Obligation.Task.Place.Sheet, StringComparer.Ordinal)
                .ThenBy(entry => entry.Assessed.Obligation.Task.Place.Row).ThenBy(entry => entry.Answer.Id),
        ];
    }

    private static IEnumerable<PendingEntry> Of(AssessedObligation one, IEnumerable<AssessedObligation> ofTask)
    {
        var (task, answer) = (one.Obligation.Task, one.Obligation.Answer!.Latest!);
        var waits = answer.State == AnswerState.Waiting ? "Chưa xử lý: chỉ ghi khi đã đồng ý. " : "";
        if (answer.Statement.Kind == AnswerKind.Extension)
        {
            var day = answer.GrantedTo ?? answer.Statement.Extension!.To;
            if (!(one.Obligation.AsRegistered.Due >= day))
            {
                yield return new PendingEntry(one, Extended, task.Place.ExtendedCell, Vietnamese.Day(day), day,
                    waits + Lacking(task.Place.ExtendedCell, Extended));
            }

            yield break;
        }

        if (answer.Statement.Kind != AnswerKind.Done || one.Standing.Record is { IsDone: true, IsReported: false })
        {
            yield break;
        }

        // A register's status speaks for the whole task.
        var others = ofTask.Count(other => !ReferenceEquals(other, one) && other.Standing.IsOpen && other.Obligation.Answer?.SaysDone != true);
        var shared = others > 0 ? FormattableString.Invariant($"Nhiệm vụ còn {others} đầu việc khác chưa xong: chưa ghi “Hoàn thành” cho cả dòng. ") : "";
        yield return new PendingEntry(one, Status, task.Place.StatusCell, FormLayout.StatusChoices[0], null,
            waits + shared + Lacking(task.Place.StatusCell, Status));
        if (answer.Statement.CompletedOn is { } completed)
        {
            yield return new PendingEntry(one, Completed, task.Place.CompletedCell, Vietnamese.Day(completed), completed,
                waits + shared + Lacking(task.Place.CompletedCell, Completed));
        }
    }

    private static string Lacking(string? cell, string column) => cell is null ? $"Sổ chưa có cột “{column}”: thêm cột rồi ghi." : "";
}
