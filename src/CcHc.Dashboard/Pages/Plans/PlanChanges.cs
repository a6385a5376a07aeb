using CcHc.Core.Reminders;

namespace CcHc.Dashboard.Pages.Plans;

/// <summary>A line that would be reminded, or not, or at another stage, under other rules.</summary>
/// <param name="Before">Null for a line that comes.</param>
/// <param name="After">Null for a line that goes.</param>
public sealed record ChangedLine(Reminder Reminder, ReminderStage? Before, ReminderStage? After);

/// <summary>What other rules would change on one day (so sánh quy tắc).</summary>
public sealed record PlanChanges(IReadOnlyList<ChangedLine> Lines)
{
    public int Coming => Lines.Count(line => line.Before is null);

    public int Going => Lines.Count(line => line.After is null);

    public int Moving => Lines.Count - Coming - Going;

    /// <returns>By agency, then by due day.</returns>
    public static PlanChanges Of(IReadOnlyList<Reminder> inForce, IReadOnlyList<Reminder> trial)
    {
        var before = inForce.ToDictionary(LineOf);
        var after = trial.ToDictionary(LineOf);
        var lines = after.Where(line => !before.TryGetValue(line.Key, out var same) || same.Stage != line.Value.Stage)
            .Select(line => new ChangedLine(line.Value, before.TryGetValue(line.Key, out var was) ? was.Stage : null, line.Value.Stage))
            .Concat(before.Where(line => !after.ContainsKey(line.Key)).Select(line => new ChangedLine(line.Value, line.Value.Stage, null)));
        return new PlanChanges(
        [
            .. lines.OrderBy(line => line.Reminder.Key.AgencyCode, StringComparer.Ordinal).ThenBy(line => line.Reminder.Key.Due)
                .ThenBy(line => line.Reminder.Key.TaskKey, StringComparer.Ordinal).ThenBy(line => line.Reminder.Key.MilestoneKey, StringComparer.Ordinal),
        ]);
    }

    /// <summary>The same line whatever its stage; a line to the standing body is one of its own.</summary>
    private static (ReminderKey, bool) LineOf(Reminder reminder) =>
        (reminder.Key with { Stage = "" }, reminder.Stage.Audience == ReminderAudience.StandingBody);
}
