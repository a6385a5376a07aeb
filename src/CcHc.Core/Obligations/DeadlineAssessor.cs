using CcHc.Core.Deadlines;
using CcHc.Core.Registers;

namespace CcHc.Core.Obligations;

/// <summary>
/// Says how each obligation stands on a day. A pure function of the obligation, the rules and today. The register's status speaks for the whole task; an
/// agency's report for its own part, except of a duty that comes again: one occurrence reported done does not end it.
/// </summary>
public static class DeadlineAssessor
{
    /// <summary>One assessed obligation for each given one, in the same order.</summary>
    /// <param name="today">The calendar day in Asia/Ho_Chi_Minh.</param>
    public static IReadOnlyList<AssessedObligation> Assess(IEnumerable<Obligation> obligations, AssessmentRules rules, DateOnly today)
    {
        var assessed = obligations.TryGetNonEnumeratedCount(out var count) ? new List<AssessedObligation>(count) : [];
        var recurring = new RecurringDuty(rules, today);
        // The agencies of one milestone come one after another, and those that reported the same stand alike.
        var alike = new Dictionary<(ReportedCompletion?, ReportedUndone?), DeadlineStatus>();
        Obligation? before = null;
        foreach (var obligation in obligations)
        {
            if (!ReferenceEquals(before?.Task, obligation.Task) || !ReferenceEquals(before?.Milestone, obligation.Milestone))
            {
                alike.Clear();
            }

            before = obligation;
            if (!alike.TryGetValue((obligation.Reported, obligation.ReportedUndone), out var standing))
            {
                alike.Add((obligation.Reported, obligation.ReportedUndone), standing = StandingOf(obligation, rules, recurring, today));
            }

            assessed.Add(new AssessedObligation(obligation, standing));
        }

        return assessed;
    }

    private static DeadlineStatus StandingOf(Obligation obligation, AssessmentRules rules, RecurringDuty recurring, DateOnly today)
    {
        var (task, milestone) = (obligation.Task, obligation.Milestone);
        if (task.Status == TaskProgress.Dropped)
        {
            return new DeadlineStatus(StatusKind.Dropped, null, null, null);
        }

        var record = CompletionRecord.Of(obligation, today);
        return (record.IsDone ? Done(record.Day, milestone, rules)
            : Open(obligation, rules, recurring, today)) with { Record = record, DueSoonWorkingDays = rules.DueSoonWorkingDays };
    }

    private static DeadlineStatus Open(Obligation obligation, AssessmentRules rules, RecurringDuty recurring, DateOnly today)
    {
        var (task, milestone) = (obligation.Task, obligation.Milestone);
        return milestone.Kind switch
        {
            MilestoneKind.Continuous => new DeadlineStatus(StatusKind.Continuous, null, null, null),
            MilestoneKind.Event => new DeadlineStatus(StatusKind.WaitingForEvent, null, null, null),
            MilestoneKind.Unspecified => new DeadlineStatus(StatusKind.NotUnderstood, null, null, null),
            MilestoneKind.Recurring => Occurrence(obligation, rules, recurring, today),
            _ when milestone.Due is { } due => Dated(milestone, due, rules, today),
            _ => new DeadlineStatus(StatusKind.Continuous, null, null, null),
        };
    }

    /// <summary>Without a usable day, or without a known deadline, nobody can say whether it was in time.</summary>
    private static DeadlineStatus Done(DateOnly? completedOn, Milestone milestone, AssessmentRules rules)
    {
        if (completedOn is null || milestone.Kind == MilestoneKind.Unspecified)
        {
            return new DeadlineStatus(StatusKind.DoneUndated, milestone.Due is { } written ? rules.Moved(written) : null, milestone.Due, null);
        }

        if (milestone.Kind is MilestoneKind.Continuous or MilestoneKind.Recurring || milestone.Due is not { } due)
        {
            return new DeadlineStatus(StatusKind.DoneInTime, null, null, null);
        }

        var last = rules.Moved(LastAllowed(milestone, due, rules));
        return new DeadlineStatus(completedOn > last ? StatusKind.DoneLate : StatusKind.DoneInTime, rules.Moved(due), due, null);
    }

    /// <summary>
    /// A recurring duty's next occurrence, past those reported or registered as done. One that a report called untouched stays open, and overdue, until a later
    /// word; of several the first.
    /// </summary>
    private static DeadlineStatus Occurrence(Obligation obligation, AssessmentRules rules, RecurringDuty recurring, DateOnly today)
    {
        var (task, milestone) = (obligation.Task, obligation.Milestone);
        DateOnly?[] closed = [obligation.Reported?.Through, RecurringDuty.LastDueOf(task.DoneThrough, milestone.Recurrence)];
        var through = closed.Max();
        return obligation.ReportedUndone is { IsUnderWay: false } undone && recurring.FirstMissed(task.PlanYear, milestone, undone, through) is { } missed
            ? Dated(milestone, missed, rules, today) with { WrittenDue = missed }
            : NextOccurrence(recurring.NextDue(task.PlanYear, milestone, through), rules, today);
    }

    private static DeadlineStatus Dated(Milestone milestone, DateOnly due, AssessmentRules rules, DateOnly today)
    {
        var written = today > rules.Moved(due) ? LastAllowed(milestone, due, rules) : due;
        var last = rules.Moved(written);
        var kind = today > last ? StatusKind.Overdue : today == last ? StatusKind.DueToday : StatusKind.Upcoming;
        return new DeadlineStatus(kind, last, written, rules.Calendar.WorkingDaysBetween(today, last)) { ShownDue = rules.Moved(due) };
    }

    /// <summary>"Trước ngày X" warns on the day before and is overdue only after X, unless the office reads it strictly.</summary>
    private static DateOnly LastAllowed(Milestone milestone, DateOnly due, AssessmentRules rules) =>
        rules.StrictBefore ? due : milestone.AltDue ?? due;

    private static DeadlineStatus NextOccurrence(DateOnly? written, AssessmentRules rules, DateOnly today)
    {
        if (written is not { } due)
        {
            return new DeadlineStatus(StatusKind.Recurring, null, null, null);
        }

        var moved = rules.Moved(due);
        return moved <= today
            ? new DeadlineStatus(StatusKind.DueToday, moved, due, 0)
            : new DeadlineStatus(StatusKind.Recurring, moved, due, rules.Calendar.WorkingDaysBetween(today, moved));
    }
}
