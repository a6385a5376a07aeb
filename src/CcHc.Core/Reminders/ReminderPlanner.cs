using CcHc.Core.Obligations;

namespace CcHc.Core.Reminders;

/// <summary>Decides who is reminded of what today, from the policy and what was already sent. One pass over the obligations.</summary>
public static class ReminderPlanner
{
    /// <summary>
    /// After days without a run only the tightest stage reached is due, so a catch-up is one line, not one for each missed stage.
    /// </summary>
    /// <param name="isWorkingDay">Whether today is a working day of the office; on other days nobody is reminded.</param>
    /// <param name="gathering">Null: early stages go out on their own day.</param>
    public static ReminderPlan Plan(
        IReadOnlyList<AssessedObligation> assessed, ReminderPolicy policy, IReadOnlySet<ReminderKey> sent, DateOnly today, bool isWorkingDay,
        GatheringDay? gathering = null) =>
        Plan(assessed, policy, sent, new Lazy<PassedStages>(() => new PassedStages(sent)), today, isWorkingDay, gathering);

    /// <param name="passed">Of what was sent: plans of one day share them.</param>
    /// <inheritdoc cref="Plan(IReadOnlyList{AssessedObligation}, ReminderPolicy, IReadOnlySet{ReminderKey}, DateOnly, bool, GatheringDay?)"/>
    internal static ReminderPlan Plan(
        IReadOnlyList<AssessedObligation> assessed, ReminderPolicy policy, IReadOnlySet<ReminderKey> sent, Lazy<PassedStages> passed, DateOnly today,
        bool isWorkingDay, GatheringDay? gathering)
    {
        var (reminders, others, unconfirmed) = (new List<Reminder>(), new List<NotReminded>(), new List<AssessedObligation>());
        var steps = new ReminderSteps(policy, gathering);
        var stepOf = new Dictionary<int, (int? Reached, bool Waits)>();
        foreach (var one in assessed)
        {
            var reason = isWorkingDay ? WhyNever(one, policy, today) : NoReminderReason.NotAWorkingDay;
            if (reason is { } why)
            {
                others.Add(new NotReminded(one, why));
                continue;
            }

            // Half a million obligations are a few dozen distances from their due day.
            var left = one.Standing.WorkingDaysLeft!.Value;
            if (!stepOf.TryGetValue(left, out var at))
            {
                stepOf.Add(left, at = (steps.Reached(left), steps.Waits(left)));
            }

            if (at.Reached is not { } step)
            {
                others.Add(new NotReminded(one, at.Waits ? NoReminderReason.Gathered : NoReminderReason.NotYet));
                continue;
            }

            if (!IsTold(one, policy) && (IsFor(policy.HeadAfterWorkingDays, step) || IsFor(policy.StandingBodyAfterWorkingDays, step)))
            {
                unconfirmed.Add(one);
            }

            var before = reminders.Count;
            foreach (var stage in StagesAt(step, policy, IsTold(one, policy)))
            {
                var reminder = new Reminder(one, stage);
                if (!sent.Contains(reminder.Key) && !passed.Value.Contains(reminder))
                {
                    reminders.Add(reminder);
                }
            }

            if (reminders.Count == before)
            {
                others.Add(new NotReminded(one, NoReminderReason.AlreadySent));
            }
        }

        return new ReminderPlan(reminders, others) { Unconfirmed = unconfirmed };
    }

    private static bool IsTold(AssessedObligation one, ReminderPolicy policy) => one.IsCertain || !policy.TellsHeadsOnlyWhatIsCertain;

    private static NoReminderReason? WhyNever(AssessedObligation one, ReminderPolicy policy, DateOnly today)
    {
        var (obligation, standing) = (one.Obligation, one.Standing);
        return standing switch
        {
            { IsDone: true } => NoReminderReason.Done,
            { Kind: StatusKind.Dropped } => NoReminderReason.Dropped,
            { Kind: StatusKind.WaitingForEvent } => NoReminderReason.WaitingForEvent,
            { Kind: StatusKind.NotUnderstood } => NoReminderReason.NotUnderstood,
            { Due: null } => NoReminderReason.NoDeadline,
            _ when obligation.Answer?.RestsOn(today) == true => NoReminderReason.Answered,
            _ when obligation.Agency.IsUnresolved => NoReminderReason.NoAgency,
            _ when obligation.Agency.Emails.Count == 0 => NoReminderReason.NoAddress,
            { Due: { } due } when today.DayNumber - due.DayNumber > policy.OldestOverdueDays => NoReminderReason.TooOld,
            _ => null,
        };
    }

    /// <summary>The stage for the focal point (or, late enough, the head as well), then the one for the standing body.</summary>
    private static IEnumerable<ReminderStage> StagesAt(int step, ReminderPolicy policy, bool isTold)
    {
        yield return new ReminderStage(step, isTold && IsFor(policy.HeadAfterWorkingDays, step) ? ReminderAudience.Head : ReminderAudience.FocalPoint);
        if (isTold && IsFor(policy.StandingBodyAfterWorkingDays, step))
        {
            yield return new ReminderStage(step, ReminderAudience.StandingBody);
        }
    }

    private static bool IsFor(int afterWorkingDays, int step) => afterWorkingDays > 0 && step >= afterWorkingDays;
}
