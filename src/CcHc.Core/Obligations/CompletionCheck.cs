using CcHc.Core.Findings;
using CcHc.Core.Wording;

namespace CcHc.Core.Obligations;

/// <summary>Whether a written day of completion (ngày hoàn thành) can be true: not after today, and not long before the task began.</summary>
public static class CompletionCheck
{
    /// <summary>Work often begins before its plan is signed; half a year before its first day somebody typed a wrong year.</summary>
    private const int EarliestDaysBeforeStart = 183;

    /// <returns>Null when there is no day, or nothing against it.</returns>
    public static Remark? Of(TaskUnderstanding understood, DateOnly today)
    {
        if (understood.Task.CompletedOn is not { } completed)
        {
            return null;
        }

        if (completed > today)
        {
            return new Remark(Severity.Warning, "completed-in-future", $"Ngày hoàn thành {Vietnamese.Day(completed)} còn ở phía trước; ngày này không được dùng.", "Hãy sửa lại ngày hoàn thành.");
        }

        return FirstDay(understood) is { } first && completed.DayNumber < first.DayNumber - EarliestDaysBeforeStart
            ? new Remark(Severity.Warning, "completed-before-start", $"Ngày hoàn thành {Vietnamese.Day(completed)} sớm hơn thời gian thực hiện (từ {Vietnamese.Day(first)}) quá lâu.", "Hãy kiểm tra lại năm của ngày hoàn thành.")
            : null;
    }

    private static DateOnly? FirstDay(TaskUnderstanding understood)
    {
        var days = TaskMilestones.Of(understood.Task, understood.Deadline).Select(milestone => milestone.Start ?? milestone.Due).OfType<DateOnly>().ToList();
        return days.Count > 0 ? days.Min() : understood.Task.PlanYear is { } year ? new DateOnly(year, 1, 1) : null;
    }
}
