using CcHc.Core.Obligations;

namespace CcHc.Core.Reminders;

/// <summary>Decides who is reminded of what today, from the policy and what was already sent. One pass over the obligations.</summary>
public static class ReminderPlanner
{
    /// <summary>
    /// After days without a run only the tightest stage reached is due, so a catch-up is one line, not one for each missed stage.
    /// </summary>
    /// <param name="isWorkingDay">Whether today is a working day of the office; on other days nobody is reminded.</param>
    public static ReminderPlan Plan(IReadOnlyList<AssessedObligation> assessed, ReminderPolicy policy, IReadOnlySet<ReminderKey> sent, DateOnly today, bool isWorkingDay)
    {
        var reminders = new List<Reminder>();
        var others = new List<NotReminded>();
        foreach (var one in assessed)
        {
            var reason = isWorkingDay ? WhyNever(one, policy, today) : NoReminderReason.NotAWorkingDay;
            if (reason is { } why)
            {
                others.Add(new NotReminded(one, why));
                continue;
            }

            var before = reminders.Count;
            var reached = false;
            foreach (var stage in StagesReached(one.Standing, policy))
            {
                reached = true;
                var reminder = new Reminder(one, stage);
                if (!sent.Contains(reminder.Key))
                {
                    reminders.Add(reminder);
                }
            }

            if (reminders.Count == before)
            {
                others.Add(new NotReminded(one, reached ? NoReminderReason.AlreadySent : NoReminderReason.NotYet));
            }
        }

        return new ReminderPlan(reminders, others);
    }

    private static NoReminderReason? WhyNever(AssessedObligation one, ReminderPolicy policy, DateOnly today)
    {
        var (obligation, standing) = (one.Obligation, one.Standing);
        return standing switch
        {
            { Kind: StandingKind.DoneInTime or StandingKind.DoneLate } => NoReminderReason.Done,
            { Kind: StandingKind.Dropped } => NoReminderReason.Dropped,
            { Kind: StandingKind.WaitingForEvent } => NoReminderReason.WaitingForEvent,
            { Kind: StandingKind.NotUnderstood } => NoReminderReason.NotUnderstood,
            { WrittenDue: null } => NoReminderReason.NoDeadline,
            _ when obligation.Agency.IsUnresolved => NoReminderReason.NoAgency,
            _ when obligation.Agency.Emails.Count == 0 => NoReminderReason.NoAddress,
            { WrittenDue: { } due } when today.DayNumber - due.DayNumber > policy.OldestOverdueDays => NoReminderReason.TooOld,
            _ => null,
        };
    }

    /// <summary>The stage for the focal point (or, late enough, the head as well), then the one for the standing body.</summary>
    private static IEnumerable<ReminderStage> StagesReached(Standing standing, ReminderPolicy policy)
    {
        var left = standing.WorkingDaysLeft!.Value;
        if (left > 0)
        {
            var tightest = policy.WorkingDaysBefore.Where(days => days >= left).DefaultIfEmpty(0).Min();
            return tightest > 0 ? [new ReminderStage(-tightest)] : [];
        }

        var late = -left;
        var step = policy.EveryWorkingDaysAfter > 0 ? late - late % policy.EveryWorkingDaysAfter : 0;
        return (step, late) switch
        {
            (0, 0) => policy.OnTheDay ? [new ReminderStage(0)] : [],
            (0, _) => policy.OnTheDay || policy.EveryWorkingDaysAfter > 0 ? [new ReminderStage(0)] : [],
            _ => Overdue(step, policy),
        };
    }

    private static IEnumerable<ReminderStage> Overdue(int step, ReminderPolicy policy)
    {
        var toHead = policy.HeadAfterWorkingDays > 0 && step >= policy.HeadAfterWorkingDays;
        yield return new ReminderStage(step, toHead ? ReminderAudience.Head : ReminderAudience.FocalPoint);
        if (policy.StandingBodyAfterWorkingDays > 0 && step >= policy.StandingBodyAfterWorkingDays)
        {
            yield return new ReminderStage(step, ReminderAudience.StandingBody);
        }
    }
}
