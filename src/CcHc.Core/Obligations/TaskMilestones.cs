using System.Globalization;
using CcHc.Core.Deadlines;
using CcHc.Core.Registers;

namespace CcHc.Core.Obligations;

/// <summary>The milestones that bind a task: its words, unless the Hạn or Gia hạn đến column says otherwise.</summary>
public static class TaskMilestones
{
    /// <summary>
    /// A day in the Hạn column replaces the words whole. Gia hạn đến moves the last milestone that was due before it, with
    /// every other due that same day: none may be called overdue that perhaps was extended. Without one it stands alone.
    /// A task whose words were not understood gets one unspecified milestone, so that it is listed and not dropped.
    /// </summary>
    public static IReadOnlyList<Milestone> Of(RegisterTask task, DeadlineReading deadline)
    {
        var written = task.DueDate is { } day ? [OnDay(day, "Hạn ghi trong cột Hạn")]
            : deadline.IsUnderstood && deadline.Milestones.Count > 0 ? deadline.Milestones
            : deadline.IsPartlyUnderstood ? [.. deadline.Milestones.Select(one => one with { IsDoubtful = true })]
            : [new Milestone { Kind = MilestoneKind.Unspecified, Reading = task.TimeText.Length == 0 ? "Sổ không ghi thời gian" : "Chưa hiểu thời gian ghi trong sổ" }];
        return task.ExtendedTo is { } extended ? Extend(written, extended) : written;
    }

    private static IReadOnlyList<Milestone> Extend(IReadOnlyList<Milestone> written, DateOnly extended)
    {
        var moved = written.Where(m => IsDeadline(m) && m.Due < extended).Max(m => m.Due);
        var reading = "Gia hạn đến " + extended.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var extension = OnDay(extended, "Gia hạn") with { Reading = reading };
        return moved is null ? [extension] : [.. written.Select(m => IsDeadline(m) && m.Due == moved ? extension with { Label = m.Label } : m)];
    }

    private static bool IsDeadline(Milestone milestone) => milestone.Kind is not (MilestoneKind.Continuous or MilestoneKind.Recurring);

    private static Milestone OnDay(DateOnly day, string reading) => new()
    {
        Kind = MilestoneKind.Date,
        Start = day,
        Due = day,
        Reading = reading + ": " + day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
    };
}
