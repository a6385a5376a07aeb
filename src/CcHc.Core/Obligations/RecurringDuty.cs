using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Obligations;

/// <summary>
/// When recurring duties (nhiệm vụ định kỳ) fall due next as seen on one day: on the day their words give, else on the day of the reporting regime. A
/// province's tasks share few wordings, so each is searched for once.
/// </summary>
public sealed class RecurringDuty(AssessmentRules rules, DateOnly today)
{
    private readonly Dictionary<(int? PlanYear, Recurrence Recurrence, DateOnly? Start, DateOnly? Due, string Days, DateOnly? After), DateOnly?> _found = [];

    /// <summary>
    /// The written due day of the next occurrence whose moved day is today or later; null when neither the words nor the regime give a day, or the plan is
    /// over. A yearly plan binds until the end of January after it, where its last reports fall.
    /// </summary>
    /// <param name="after">The occurrences up to this day are done; null: none is.</param>
    public DateOnly? NextDue(int? planYear, Milestone milestone, DateOnly? after = null)
    {
        var wording = (planYear, milestone.Recurrence, milestone.Start, milestone.Due, string.Join(' ', milestone.OccurrenceDue), after);
        if (!_found.TryGetValue(wording, out var due))
        {
            _found[wording] = due = Search(planYear, milestone, after);
        }

        return due;
    }

    /// <summary>
    /// The first occurrence that is over and that reports called untouched; null when there is none. A report speaks of the last one of its period.
    /// </summary>
    /// <param name="through">The occurrences up to this day are done.</param>
    public DateOnly? FirstMissed(int? planYear, Milestone milestone, ReportedUndone undone, DateOnly? through)
    {
        foreach (var spoken in undone.Through is { } latest ? undone.EarlierThrough.Append(latest) : undone.EarlierThrough)
        {
            if (LastDue(planYear, milestone, spoken) is { } missed && !(missed <= through) && rules.Moved(missed) < today)
            {
                return missed;
            }
        }

        return null;
    }

    /// <summary>The last written due day up to a day, within the plan; null when there is none.</summary>
    private DateOnly? LastDue(int? planYear, Milestone milestone, DateOnly upTo)
    {
        var window = Binding(planYear, milestone);
        var range = new DateRange(window.First, upTo < window.Last ? upTo : window.Last);
        return range.First > range.Last ? null
            : (milestone.OccurrenceDue.Count > 0 ? RecurringDay.Occurrences(milestone, range) : FromRegime(milestone.Recurrence, range.First, range.Last))
                .Select(day => (DateOnly?)day).LastOrDefault();
    }

    /// <summary>The last day the report of a period can fall due on: offices ask for it in the period's last month or early in the month after it.</summary>
    public static DateOnly? LastDueOf(DateOnly? periodEnd, Recurrence recurrence) => periodEnd?.AddDays(recurrence == Recurrence.Monthly ? 10 : 20);

    private DateOnly? Search(int? planYear, Milestone milestone, DateOnly? after)
    {
        var window = Binding(planYear, milestone);
        // A day off may push a due day of the last days to today, so the search starts a little before.
        var from = today.AddDays(-14) > window.First ? today.AddDays(-14) : window.First;
        from = after >= from ? after.Value.AddDays(1) : from;
        if (from > window.Last)
        {
            return null;
        }

        return milestone.OccurrenceDue.Count > 0
            ? FirstOpen(RecurringDay.Occurrences(milestone, new DateRange(from, window.Last)))
            : FirstOpen(FromRegime(milestone.Recurrence, from, window.Last));
    }

    private DateOnly? FirstOpen(IEnumerable<DateOnly> days)
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

    private IEnumerable<DateOnly> FromRegime(Recurrence frequency, DateOnly from, DateOnly last)
    {
        for (var next = rules.Regime.NextDue(frequency, from.AddDays(-1)); next is { } due && due <= last; next = rules.Regime.NextDue(frequency, due))
        {
            yield return due;
        }
    }

    private DateRange Binding(int? planYear, Milestone milestone)
    {
        var first = milestone.Start ?? (planYear is { } year ? new DateOnly(year, 1, 1) : today);
        var last = (milestone.Due, milestone.Start, planYear) switch
        {
            ({ } due, _, _) => due.AddDays(31),
            (null, { }, _) => today.AddYears(2),
            (null, null, { } plan) => new DateOnly(plan + 1, 1, 31),
            _ => today.AddYears(2),
        };
        return new DateRange(first, last);
    }
}
