using CcHc.Core.Findings;
using CcHc.Core.Wording;

namespace CcHc.Core.Obligations;

/// <summary>Whether a written day of completion (ngày hoàn thành) can be true: not after today, and not before the plan began.</summary>
public static class CompletionCheck
{
    /// <returns>Null when there is no day, or nothing against it.</returns>
    public static FindingTemplate? Of(InterpretedTask understood, DateOnly today)
    {
        if (understood.Task.CompletedOn is not { } completed)
        {
            return null;
        }

        if (completed > today)
        {
            var fate = understood.Task.IsDoneByDayAlone ? "nhiệm vụ được coi là chưa hoàn thành" : "ngày này không được dùng";
            return new FindingTemplate(Severity.Warning, "completed-in-future", $"Ngày hoàn thành {Vietnamese.Day(completed)} là ngày trong tương lai; {fate}.",
                "Hãy sửa lại ngày hoàn thành.");
        }

        return BeginningOf(understood) is { } first && completed < first
            ? new FindingTemplate(Severity.Warning, "completed-before-start",
                $"Ngày hoàn thành {Vietnamese.Day(completed)} sớm hơn thời gian thực hiện (từ {Vietnamese.Day(first)}); ngày này không được dùng.",
                "Hãy kiểm tra lại năm của ngày hoàn thành.")
            : null;
    }

    /// <summary>The day when it can be true; null otherwise.</summary>
    public static DateOnly? Usable(DateOnly? completed, Obligation obligation, DateOnly today) =>
        completed <= today && !(completed < obligation.TaskBegins) ? completed : null;

    private static DateOnly? BeginningOf(InterpretedTask understood) =>
        TaskMilestones.Begins(understood.Task, TaskMilestones.Of(understood.Task, understood.Deadline));
}
