using CcHc.Core.Reminders;

namespace CcHc.Adapters.Settings.Jobs;

/// <summary>How the office collects period reports (thu báo cáo kỳ).</summary>
/// <param name="FormsWorkingDaysBefore">Forms go out so many working days before their report is due.</param>
/// <param name="Chase">When an agency that has not handed in is reminded.</param>
public sealed record ReportSettings(int FormsWorkingDaysBefore, ReminderPolicy Chase)
{
    /// <summary>A report that answers less of its form than so many percent is "đã nhận, chưa đủ" and still chased; 0 takes any report. 0 to 100.</summary>
    public int LeastAnsweredPercent { get; init; } = 50;

    public static ReportSettings Default { get; } = new(10, ChaseDefault(ReminderPolicy.Default));

    /// <summary>A report is due within days of its form, so it is chased closer than a task; what the office turned off for tasks is off here.</summary>
    internal static ReminderPolicy ChaseDefault(ReminderPolicy reminders) => reminders with
    {
        WorkingDaysBefore = [3, 1],
        OnTheDay = true,
        EveryWorkingDaysAfter = reminders.EveryWorkingDaysAfter == 0 ? 0 : 2,
        HeadAfterWorkingDays = reminders.HeadAfterWorkingDays == 0 ? 0 : 2,
        StandingBodyAfterWorkingDays = reminders.StandingBodyAfterWorkingDays == 0 ? 0 : 4,
    };
}
