using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Registers;

namespace CcHc.Core.Obligations;

/// <summary>When a recurring duty (nhiệm vụ định kỳ) falls due next: on the day its words give, else on the day of the reporting regime.</summary>
public static class RecurringDuty
{
    /// <summary>
    /// The written due day of the next occurrence whose moved day is today or later; null when neither the words nor the regime give a day,
    /// or the plan is over. A yearly plan binds until the end of January after it, where its last reports fall.
    /// </summary>
    public static DateOnly? NextDue(RegisterTask task, Milestone milestone, AssessmentRules rules, DateOnly today)
    {
        var window = Binding(task, milestone, today);
        // A day off may push a due day of the last days to today, so the search starts a little before.
        var from = today.AddDays(-14) > window.First ? today.AddDays(-14) : window.First;
        if (from > window.Last)
        {
            return null;
        }

        return milestone.OccurrenceDue.Count > 0
            ? FirstOpen(RecurringDay.Occurrences(milestone, new DateRange(from, window.Last)))
            : FirstOpen(FromRegime(milestone.Recurrence, rules.Regime, from, window.Last));

        DateOnly? FirstOpen(IEnumerable<DateOnly> days)
        {
            foreach (var day in days)
            {
                if (rules.Moved(day) >= today)
                {
                    return day;
                }
            }

            return null;
        }
    }

    private static IEnumerable<DateOnly> FromRegime(Recurrence frequency, ReportingRegime regime, DateOnly from, DateOnly last)
    {
        for (var next = regime.NextDue(frequency, from.AddDays(-1)); next is { } due && due <= last; next = regime.NextDue(frequency, due))
        {
            yield return due;
        }
    }

    private static DateRange Binding(RegisterTask task, Milestone milestone, DateOnly today)
    {
        var first = milestone.Start ?? (task.PlanYear is { } year ? new DateOnly(year, 1, 1) : today);
        var last = (milestone.Due, milestone.Start, task.PlanYear) switch
        {
            ({ } due, _, _) => due.AddDays(31),
            (null, { }, _) => today.AddYears(2),
            (null, null, { } plan) => new DateOnly(plan + 1, 1, 31),
            _ => today.AddYears(2),
        };
        return new DateRange(first, last);
    }
}
