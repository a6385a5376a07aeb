namespace CcHc.Core.Reminders;

/// <summary>What makes a reminder (lời nhắc) the same one: never sent twice, unique in the database.</summary>
/// <param name="Due">The due day as written, so that a changed list of days off re-sends nothing.</param>
/// <param name="Stage"><see cref="ReminderStage.ToString"/>.</param>
public readonly record struct ReminderKey(string TaskKey, string MilestoneKey, DateOnly Due, string Stage, string AgencyCode);
