namespace CcHc.Core.Obligations;

/// <summary>How an obligation stands on a day (tình trạng).</summary>
public enum StandingKind { Upcoming, DueToday, Overdue, DoneInTime, DoneLate, Continuous, Recurring, WaitingForEvent, NotUnderstood, Dropped }

/// <summary>How an obligation stands on a day (tình trạng).</summary>
/// <param name="Due">The last allowed day after a day off was moved; of a recurring duty its next occurrence; null when there is none.</param>
/// <param name="WrittenDue">The due day before it was moved; equal to <paramref name="Due"/> when nothing moved.</param>
/// <param name="WorkingDaysLeft">Working days after today up to and with the due day; negative when overdue, 0 on the day; null without a due day.</param>
public sealed record Standing(StandingKind Kind, DateOnly? Due, DateOnly? WrittenDue, int? WorkingDaysLeft)
{
    public bool IsOpen => Kind is not (StandingKind.DoneInTime or StandingKind.DoneLate or StandingKind.Dropped);
}
