using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Registers;

namespace CcHc.Core.Obligations;

/// <summary>Says how each obligation stands on a day. A pure function of the obligation, the rules and today.</summary>
public static class DeadlineAssessor
{
    /// <summary>One assessed obligation for each given one, in the same order.</summary>
    /// <param name="today">The calendar day in Asia/Ho_Chi_Minh.</param>
    public static IReadOnlyList<AssessedObligation> Assess(IEnumerable<Obligation> obligations, AssessmentRules rules, DateOnly today) =>
        [.. obligations.Select(o => new AssessedObligation(o, StandingOf(o, rules, today)))];

    private static Standing StandingOf(Obligation obligation, AssessmentRules rules, DateOnly today)
    {
        var (task, milestone) = (obligation.Task, obligation.Milestone);
        if (task.Status == TaskProgress.Dropped)
        {
            return new Standing(StandingKind.Dropped, null, null, null);
        }

        if (task.Status == TaskProgress.Done)
        {
            return Done(task, milestone, rules, today);
        }

        return milestone.Kind switch
        {
            MilestoneKind.Continuous => new Standing(StandingKind.Continuous, null, null, null),
            MilestoneKind.Event => new Standing(StandingKind.WaitingForEvent, null, null, null),
            MilestoneKind.Unspecified => new Standing(StandingKind.NotUnderstood, null, null, null),
            MilestoneKind.Recurring => NextOccurrence(task, milestone, rules, today),
            _ when milestone.Due is { } due => Dated(milestone, due, rules, today),
            _ => new Standing(StandingKind.Continuous, null, null, null),
        };
    }

    /// <summary>Done without a day, or with one that is still to come, counts as in time; a finding asks for the right day.</summary>
    private static Standing Done(RegisterTask task, Milestone milestone, AssessmentRules rules, DateOnly today)
    {
        if (milestone.Kind is MilestoneKind.Continuous or MilestoneKind.Recurring || milestone.Due is not { } due)
        {
            return new Standing(StandingKind.DoneInTime, null, null, null);
        }

        var last = rules.Moved(LastAllowed(milestone, due, rules));
        return new Standing(task.CompletedOn > last && task.CompletedOn <= today ? StandingKind.DoneLate : StandingKind.DoneInTime, rules.Moved(due), due, null);
    }

    private static Standing Dated(Milestone milestone, DateOnly due, AssessmentRules rules, DateOnly today)
    {
        var warned = rules.Moved(due);
        var lastWritten = LastAllowed(milestone, due, rules);
        var last = rules.Moved(lastWritten);
        if (today > last)
        {
            return new Standing(StandingKind.Overdue, last, lastWritten, rules.Calendar.WorkingDaysBetween(today, last));
        }

        if (today >= warned)
        {
            return new Standing(StandingKind.DueToday, today > warned ? last : warned, today > warned ? lastWritten : due, 0);
        }

        return new Standing(StandingKind.Upcoming, warned, due, rules.Calendar.WorkingDaysBetween(today, warned));
    }

    /// <summary>"Trước ngày X" warns on the day before and is overdue only after X, unless the office reads it strictly.</summary>
    private static DateOnly LastAllowed(Milestone milestone, DateOnly due, AssessmentRules rules) =>
        rules.StrictBefore ? due : milestone.AltDue ?? due;

    private static Standing NextOccurrence(RegisterTask task, Milestone milestone, AssessmentRules rules, DateOnly today)
    {
        if (RecurringDuty.NextDue(task, milestone, rules, today) is not { } due)
        {
            return new Standing(StandingKind.Recurring, null, null, null);
        }

        var moved = rules.Moved(due);
        return moved <= today
            ? new Standing(StandingKind.DueToday, moved, due, 0)
            : new Standing(StandingKind.Recurring, moved, due, rules.Calendar.WorkingDaysBetween(today, moved));
    }
}
