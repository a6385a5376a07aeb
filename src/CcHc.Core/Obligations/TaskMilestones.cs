using CcHc.Core.Deadlines;
using CcHc.Core.Registers;
using CcHc.Core.Text;

namespace CcHc.Core.Obligations;

/// <summary>The milestones that bind a task: its words, unless the Hạn or Gia hạn đến column says otherwise.</summary>
public static class TaskMilestones
{
    private const int DaysBeforeStart = 183;
    private const int DaysBeforePlan = 31;

    /// <summary>
    /// A day in the Hạn column replaces the words whole. Gia hạn đến moves the last milestone that was due before it, with every other due that same day: none
    /// may be called overdue that perhaps was extended. Without one it stands alone. A task whose words were not understood gets one unspecified milestone, so
    /// that it is listed and not dropped.
    /// </summary>
    public static IReadOnlyList<Milestone> Of(RegisterTask task, DeadlineReading deadline)
    {
        var written = task.DueDate is { } day ? [OnDay(day, "Hạn ghi trong cột Hạn")]
            : deadline.IsUnderstood && deadline.Milestones.Count > 0 ? deadline.Milestones
            : deadline.IsPartlyUnderstood ? [.. deadline.Milestones.Select(one => one with { IsDoubtful = true })]
            : [new Milestone { Kind = MilestoneKind.Unspecified, Reading = task.TimeText.Length == 0
            ? "Sổ không ghi thời gian" : "Chưa hiểu thời gian ghi trong sổ" }];
        return task.ExtendedTo is { } extended ? Extend(written, extended) : written;
    }

    /// <summary>
    /// The first day it can have been done on: a month before the plan's year, or before an earlier day its words give, for work begins before a plan is
    /// signed; without a plan year half a year before the first day of the words. Null when nothing gives a day.
    /// </summary>
    public static DateOnly? Begins(RegisterTask task, IReadOnlyList<Milestone> milestones)
    {
        DateOnly? first = null;
        for (var i = 0; i < milestones.Count; i++)
        {
            if ((milestones[i].Start ?? milestones[i].Due) is { } day && !(first <= day))
            {
                first = day;
            }
        }

        var plan = task.PlanYear is { } year ? new DateOnly(year, 1, 1) : (DateOnly?)null;
        return plan is null ? first?.AddDays(-DaysBeforeStart) : (first < plan ? first : plan).Value.AddDays(-DaysBeforePlan);
    }

    private static IReadOnlyList<Milestone> Extend(IReadOnlyList<Milestone> written, DateOnly extended)
    {
        var moved = written.Where(m => IsDeadline(m) && m.Due < extended).Max(m => m.Due);
        var reading = "Gia hạn đến " + DayText.Of(extended);
        var extension = OnDay(extended, "Gia hạn") with { Reading = reading };
        return moved is null ? [extension] : [.. written.Select(m => IsDeadline(m) && m.Due == moved ? extension with { Label = m.Label } : m)];
    }

    private static bool IsDeadline(Milestone milestone) => milestone.Kind is not (MilestoneKind.Continuous or MilestoneKind.Recurring);

    private static Milestone OnDay(DateOnly day, string reading) => new()
    {
        Kind = MilestoneKind.Date,
        Start = day,
        Due = day,
        Reading = reading + ": " + DayText.Of(day),
    };
}
