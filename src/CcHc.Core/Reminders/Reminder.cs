using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;

namespace CcHc.Core.Reminders;

/// <summary>One line a letter must carry (lời nhắc): an obligation at a stage of the policy.</summary>
public sealed record Reminder(AssessedObligation Assessed, ReminderStage Stage)
{
    public ReminderKey Key { get; } = KeyOf(Assessed, Stage);

    /// <summary>The key an obligation has at a stage. Its due day is the written one, of "trước ngày X" always the day before X.</summary>
    public static ReminderKey KeyOf(AssessedObligation assessed, ReminderStage stage)
    {
        var (obligation, standing) = (assessed.Obligation, assessed.Standing);
        var due = obligation.Milestone.Kind == MilestoneKind.Recurring ? standing.WrittenDue : obligation.Milestone.Due;
        if (due is not { } written)
        {
            throw new ArgumentException("An obligation without a due day has no reminder key.", nameof(assessed));
        }

        return new ReminderKey(obligation.Task.Key, obligation.MilestoneKey, written, stage.ToString(), obligation.Agency.Code);
    }
}

/// <summary>Why an obligation gets no reminder today (vì sao không nhắc).</summary>
public enum NoReminderReason { Done, Dropped, NoDeadline, WaitingForEvent, NotUnderstood, NoAgency, NoAddress, TooOld, NotYet, AlreadySent, NotAWorkingDay,
    /// <summary>Its early stage goes out with the others on the gathering day.</summary>
    Gathered,
    /// <summary>It is the period report of the regime: that report's form is chased, not this row as well.</summary>
    IsPeriodReport,
    /// <summary>Its agency answered, and the answer is neither decided nor too old.</summary>
    Answered,
}

/// <summary>An obligation that is not reminded today, and why.</summary>
public sealed record NotReminded(AssessedObligation Assessed, NoReminderReason Reason);

/// <summary>Today's decision about every obligation: reminded or not, with the reason. Nothing is left out.</summary>
public sealed record ReminderPlan(IReadOnlyList<Reminder> Reminders, IReadOnlyList<NotReminded> NotReminded)
{
    /// <summary>
    /// Late enough for a head or Sở Nội vụ, but not certain (cần Sở xác nhận trước khi báo lãnh đạo); the focal point is reminded all the same.
    /// </summary>
    public IReadOnlyList<AssessedObligation> Unconfirmed { get; init; } = [];
}
