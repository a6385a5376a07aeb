using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Registers;
using CcHc.Core.Wording;

namespace CcHc.Core.Obligations;

/// <summary>
/// A deadline before the plan's year, or a cell's day many years after it: a year mistyped as often as a task carried over. It is asked about, and no head is
/// told meanwhile.
/// </summary>
public static class DeadlineYearCheck
{
    /// <summary>What a plan asks for may be due while it is being issued, in the December before.</summary>
    private const int DaysBeforePlan = 31;

    /// <summary>Words further off are asked about by their own reading.</summary>
    private const int YearsAfterPlan = 10;

    /// <returns>The question; null when every deadline can be of this plan, no plan year is known, or the task is done.</returns>
    public static FindingTemplate? Of(InterpretedTask understood)
    {
        if (understood.Task is not { PlanYear: { } year, Status: not (TaskProgress.Done or TaskProgress.Dropped) } task)
        {
            return null;
        }

        var first = new DateOnly(year, 1, 1).AddDays(-DaysBeforePlan);
        if (FirstDay(TaskMilestones.Of(task, understood.Deadline)) is { } early && early < first)
        {
            return new FindingTemplate(
                Severity.Warning, "deadline-before-plan",
                FormattableString.Invariant($"Thời hạn {Vietnamese.Day(early)} sớm hơn năm của kế hoạch ({year}); có thể ghi nhầm năm."),
                "Hãy sửa lại năm; nếu là việc chuyển tiếp từ năm trước, hãy chọn “đúng là vậy”.");
        }

        return task.DueDate is { } written && written.Year > year + YearsAfterPlan
            ? new FindingTemplate(
                Severity.Warning, "deadline-year-far", FormattableString.Invariant($"Thời hạn {Vietnamese.Day(written)} cách xa năm của kế hoạch ({year})."),
                "Hãy kiểm tra lại năm đã ghi.")
            : null;
    }

    private static DateOnly? FirstDay(IReadOnlyList<Milestone> milestones)
    {
        DateOnly? first = null;
        // Of each task: an enumerator of a list asked for by its interface is one object more.
        for (var i = 0; i < milestones.Count; i++)
        {
            if (milestones[i] is { Kind: not (MilestoneKind.Continuous or MilestoneKind.Recurring), Due: { } due } && !(first <= due))
            {
                first = due;
            }
        }

        return first;
    }
}
