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
        var passed = new Lazy<PassedStages>(() => new PassedStages(sent));
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
            foreach (var stage in StagesReached(one, policy))
            {
                reached = true;
                var reminder = new Reminder(one, stage);
                if (!sent.Contains(reminder.Key) && !passed.Value.Contains(reminder))
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
            { Due: null } => NoReminderReason.NoDeadline,
            _ when obligation.Agency.IsUnresolved => NoReminderReason.NoAgency,
            _ when obligation.Agency.Emails.Count == 0 => NoReminderReason.NoAddress,
            { Due: { } due } when today.DayNumber - due.DayNumber > policy.OldestOverdueDays => NoReminderReason.TooOld,
            _ => null,
        };
    }

    /// <summary>The stage for the focal point (or, late enough, the head as well), then the one for the standing body. A doubtful day goes no further than the focal point.</summary>
    private static IEnumerable<ReminderStage> StagesReached(AssessedObligation one, ReminderPolicy policy)
    {
        if (TightestStep(one.Standing.WorkingDaysLeft!.Value, policy) is not { } step)
        {
            yield break;
        }

        if (one.Obligation.Milestone.IsDoubtful)
        {
            yield return new ReminderStage(step, ReminderAudience.FocalPoint);
            yield break;
        }

        yield return new ReminderStage(step, IsFor(policy.HeadAfterWorkingDays, step) ? ReminderAudience.Head : ReminderAudience.FocalPoint);
        if (IsFor(policy.StandingBodyAfterWorkingDays, step))
        {
            yield return new ReminderStage(step, ReminderAudience.StandingBody);
        }
    }

    /// <summary>Working days after the due day of the last step reached, null before the first. The days of escalation are steps, too.</summary>
    private static int? TightestStep(int left, ReminderPolicy policy)
    {
        var late = -left;
        var repeated = policy.EveryWorkingDaysAfter > 0 ? late - late % policy.EveryWorkingDaysAfter : 0;
        var step = new[] { repeated, policy.HeadAfterWorkingDays, policy.StandingBodyAfterWorkingDays }.Where(days => days <= late).DefaultIfEmpty(0).Max();
        if (step > 0)
        {
            return step;
        }

        if (left <= 0 && policy.OnTheDay)
        {
            return 0;
        }

        var before = policy.WorkingDaysBefore.Where(days => days >= Math.Max(left, 1)).DefaultIfEmpty(0).Min();
        return before > 0 ? -before : null;
    }

    private static bool IsFor(int afterWorkingDays, int step) => afterWorkingDays > 0 && step >= afterWorkingDays;
}
