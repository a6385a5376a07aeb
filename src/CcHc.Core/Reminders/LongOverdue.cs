namespace CcHc.Core.Reminders;

/// <summary>
/// Tasks overdue for so long that an office which begins to send mail looks at them first (quá hạn đã lâu): most are done and not ticked off. Left to the
/// officer they count as reminded at their present stage, so that nobody hears of them before the next one.
/// </summary>
public static class LongOverdue
{
    public const int WorkingDays = 30;

    public static IReadOnlyList<Reminder> Of(DayPlan day, int workingDays = WorkingDays) =>
        [.. day.Plan.Reminders.Where(reminder => reminder.Assessed.Standing.WorkingDaysLeft <= -workingDays)];
}
