using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Settings.Jobs;

/// <summary>Judges the two policies of jobs.yml: reminders of tasks, and the chase after reports.</summary>
internal sealed class PolicyReader(YamlPlaces places)
{
    private const int MostFormsDays = 60;

    public ReminderPolicy Reminders(RemindersDocument given)
    {
        var defaults = ReminderPolicy.Default;
        string[] at = ["reminders"];
        return new ReminderPolicy
        {
            WorkingDaysBefore = DaysBefore(given.WorkingDaysBefore, defaults.WorkingDaysBefore, at),
            OnTheDay = given.OnTheDay ?? defaults.OnTheDay,
            EveryWorkingDaysAfter = Count(given.EveryWorkingDaysAfter, defaults.EveryWorkingDaysAfter, at, "every_working_days_after"),
            HeadAfterWorkingDays = Count(given.EscalateToHeadAfter, defaults.HeadAfterWorkingDays, at, "escalate_to_head_after"),
            StandingBodyAfterWorkingDays =
                Count(given.EscalateToStandingBodyAfter, defaults.StandingBodyAfterWorkingDays, at, "escalate_to_standing_body_after"),
            StrictBefore = given.StrictBefore ?? defaults.StrictBefore,
            OldestOverdueDays = Count(given.OldestOverdueDays, defaults.OldestOverdueDays, at, "oldest_overdue_days"),
            DueSoonWorkingDays = Count(given.DueSoonWithin, defaults.DueSoonWorkingDays, at, "due_soon_within"),
            GatherEarlyOn = Weekday(given.GatherEarlyOn, defaults.GatherEarlyOn, [.. at, "gather_early_on"]),
            DailyWithinWorkingDays = Count(given.DailyWithin, defaults.DailyWithinWorkingDays, at, "daily_within"),
            TellsHeadsOnlyWhatIsCertain = given.HeadsOnlyCertain ?? defaults.TellsHeadsOnlyWhatIsCertain,
            DueDayOff = Choice.Of<DueDayOff>(given.DueDayOff, defaults.DueDayOff, places, [.. at, "due_day_off"]),
        };
    }

    public ReportSettings Reports(ReportsDocument given, ReminderPolicy reminders)
    {
        var before = given.FormsWorkingDaysBefore ?? ReportSettings.Default.FormsWorkingDaysBefore;
        if (before is < 1 or > MostFormsDays)
        {
            throw places.Wrong(FormattableString.Invariant($"takes a whole number from 1 to {MostFormsDays}."), "reports", "forms_working_days_before");
        }

        var least = given.LeastAnsweredPercent ?? ReportSettings.Default.LeastAnsweredPercent;
        if (least is < 0 or > 100)
        {
            throw places.Wrong("takes a whole number from 0 to 100.", "reports", "least_answered_percent");
        }

        var (chase, defaults) = (given.Chase ?? new ChaseDocument(), ReportSettings.ChaseDefault(reminders));
        string[] at = ["reports", "chase"];
        return new ReportSettings(before, defaults with
        {
            WorkingDaysBefore = DaysBefore(chase.WorkingDaysBefore, defaults.WorkingDaysBefore, at),
            OnTheDay = chase.OnTheDay ?? defaults.OnTheDay,
            EveryWorkingDaysAfter = Count(chase.EveryWorkingDaysAfter, defaults.EveryWorkingDaysAfter, at, "every_working_days_after"),
            HeadAfterWorkingDays = Count(chase.EscalateToHeadAfter, defaults.HeadAfterWorkingDays, at, "escalate_to_head_after"),
            StandingBodyAfterWorkingDays =
                Count(chase.EscalateToStandingBodyAfter, defaults.StandingBodyAfterWorkingDays, at, "escalate_to_standing_body_after"),
        })
        {
            LeastAnsweredPercent = least,
        };
    }

    private IReadOnlyList<int> DaysBefore(List<int>? given, IReadOnlyList<int> fallback, string[] at) =>
        given?.Exists(days => days is < 1 or > 250) == true
            ? throw places.Wrong("takes whole numbers from 1 to 250.", [.. at, "working_days_before"]) : given ?? fallback;

    private DayOfWeek? Weekday(string? given, DayOfWeek? fallback, string[] at) =>
        string.Equals(given?.Trim(), "never", StringComparison.OrdinalIgnoreCase)
            ? null : string.IsNullOrWhiteSpace(given) ? fallback : Choice.Of<DayOfWeek>(given, null, places, at);

    private int Count(int? given, int fallback, string[] at, string key) =>
        given < 0 ? throw places.Wrong("must not be negative; 0 turns it off.", [.. at, key]) : given ?? fallback;
}
