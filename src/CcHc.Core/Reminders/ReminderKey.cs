namespace CcHc.Core.Reminders;

/// <summary>Which step of the reminder policy a reminder is (nấc nhắc): so many working days before, the day itself, or so many after.</summary>
/// <param name="WorkingDays">Before the due day negative, 0 on it, positive after it.</param>
/// <param name="Escalation">0 to the focal point, 1 to the head of the agency, 2 to Sở Nội vụ.</param>
public readonly record struct ReminderStage(int WorkingDays, int Escalation = 0)
{
    /// <summary>"T-7", "T", "T+5", "T+10/1": how a stage is stored and shown to the admin.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"T{(WorkingDays == 0 ? "" : WorkingDays.ToString("+0;-0", System.Globalization.CultureInfo.InvariantCulture))}{(Escalation == 0 ? "" : $"/{Escalation}")}");
}

/// <summary>What makes a reminder (lời nhắc) the same one: never sent twice, unique in the database.</summary>
/// <param name="Due">The due day the stage was counted from.</param>
public readonly record struct ReminderKey(string TaskKey, string MilestoneKey, DateOnly Due, string Stage, string AgencyCode);
