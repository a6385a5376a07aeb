using System.Globalization;
using CcHc.Core.Deadlines;
using CcHc.Core.Registers;

namespace CcHc.Core.Obligations;

/// <summary>The milestones that bind a task: its words, unless the Hạn or Gia hạn đến column says otherwise.</summary>
public static class TaskMilestones
{
    /// <summary>
    /// A day in the Hạn column replaces the words whole. Gia hạn đến moves the last milestone that was due before it; without one it stands alone.
    /// A task whose words were not understood gets one unspecified milestone, so that it is listed and not dropped.
    /// </summary>
    public static IReadOnlyList<Milestone> Of(RegisterTask task, DeadlineReading deadline)
    {
        var written = task.DueDate is { } day ? [OnDay(day, "Hạn ghi trong cột Hạn")]
            : deadline.IsUnderstood && deadline.Milestones.Count > 0 ? deadline.Milestones
            : [new Milestone { Kind = MilestoneKind.Unspecified, Reading = task.TimeText.Length == 0 ? "Sổ không ghi thời gian" : "Chưa hiểu thời gian ghi trong sổ" }];
        return task.ExtendedTo is { } extended ? Extend(written, extended) : written;
    }

    private static IReadOnlyList<Milestone> Extend(IReadOnlyList<Milestone> written, DateOnly extended)
    {
        var moved = written.Where(m => m.Due < extended && m.Kind != MilestoneKind.Continuous).MaxBy(m => m.Due);
        var extension = OnDay(extended, "Gia hạn") with { Label = moved?.Label, Reading = "Gia hạn đến " + extended.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) };
        return moved is null ? [extension] : [.. written.Select(m => ReferenceEquals(m, moved) ? extension : m)];
    }

    private static Milestone OnDay(DateOnly day, string reading) => new()
    {
        Kind = MilestoneKind.Date,
        Start = day,
        Due = day,
        Reading = reading + ": " + day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
    };
}
