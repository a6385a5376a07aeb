using CcHc.Core.Obligations;
using CcHc.Core.Registers;

namespace CcHc.Core.PeriodReports.Forms;

/// <summary>What a form says of a task before the agency has written anything (điền sẵn); the agency may write over it.</summary>
/// <param name="Status">One of <see cref="FormLayout.StatusChoices"/>; empty when nothing is known.</param>
public sealed record FormPrefill(string Status, DateOnly? CompletedOn, string Document)
{
    private static readonly FormPrefill Nothing = new("", null, "");

    /// <summary>
    /// Done in the register, else what the agency last reported, else begun in the register. A task the register merely leaves open is not known to be
    /// untouched, and a day of completion that lies ahead is not believed: the agency's report would be refused for it.
    /// </summary>
    public static FormPrefill Of(FormRow row, DateOnly issuedOn)
    {
        var task = row.Assessed.Obligation.Task;
        if (task.Status == TaskProgress.Done && !(task.CompletedOn > issuedOn))
        {
            // "Hoàn thành" without a day is refused when it comes back, so where nobody knows the day the agency says both.
            return (CompletionCheck.Usable(task.CompletedOn, row.Assessed.Obligation, issuedOn) ?? row.Previous?.CompletedOn) is { } day
                ? new FormPrefill(WordsOf(TaskProgress.Done), day, row.Previous?.Document ?? "")
                : Nothing;
        }

        return row.Previous is { } before && WordsOf(before.Status) is { Length: > 0 } words && !(before is { Status: TaskProgress.Done, CompletedOn: null })
            ? new FormPrefill(words, before.CompletedOn, before.Document)
                : task.Status == TaskProgress.InProgress ? Nothing with { Status = WordsOf(TaskProgress.InProgress) }
                : Nothing;
    }

    /// <summary>The status list's words for a status; empty for an unknown one.</summary>
    public static string WordsOf(TaskProgress status) => status switch
    {
        TaskProgress.Done => FormLayout.StatusChoices[0],
        TaskProgress.InProgress => FormLayout.StatusChoices[1],
        TaskProgress.Open => FormLayout.StatusChoices[2],
        TaskProgress.Dropped => FormLayout.StatusChoices[3],
        _ => "",
    };
}
