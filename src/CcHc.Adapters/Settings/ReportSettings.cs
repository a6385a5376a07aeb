using CcHc.Core.Reminders;

namespace CcHc.Adapters.Settings;

/// <summary>How the office collects period reports (thu báo cáo kỳ).</summary>
/// <param name="FormsWorkingDaysBefore">Forms go out so many working days before their report is due.</param>
/// <param name="Chase">When an agency that has not handed in is reminded; what it does not name is the reminders' own.</param>
public sealed record ReportSettings(int FormsWorkingDaysBefore, ReminderPolicy Chase)
{
    public static ReportSettings Default { get; } = new(10, ChaseDefault(ReminderPolicy.Default));

    /// <summary>A report is due within days of its form, so it is chased closer than a task.</summary>
    internal static ReminderPolicy ChaseDefault(ReminderPolicy reminders) => reminders with
    {
        WorkingDaysBefore = [3, 1],
        OnTheDay = true,
        EveryWorkingDaysAfter = 2,
        HeadAfterWorkingDays = 2,
        StandingBodyAfterWorkingDays = 4,
    };
}
