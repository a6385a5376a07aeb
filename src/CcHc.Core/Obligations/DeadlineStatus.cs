namespace CcHc.Core.Obligations;

/// <summary>How an obligation stands on a day (tình trạng).</summary>
public enum StatusKind { Upcoming, DueToday, Overdue, DoneInTime, DoneLate, Continuous, Recurring, WaitingForEvent, NotUnderstood, Dropped,
    /// <summary>
    /// Done (đã xong, chưa rõ ngày): without a day that can be true, or without a deadline to hold it against, nobody can say whether in time.
    /// </summary>
    DoneUndated,
}

/// <summary>How an obligation stands on a day (tình trạng).</summary>
/// <param name="Due">The last allowed day after a day off was moved; of a recurring duty its next occurrence; null when there is none.</param>
/// <param name="WrittenDue">The due day before it was moved; equal to <paramref name="Due"/> when nothing moved.</param>
/// <param name="WorkingDaysLeft">Working days after today up to and with the due day; negative when overdue, 0 on the day; null without a due day.</param>
public sealed record DeadlineStatus(StatusKind Kind, DateOnly? Due, DateOnly? WrittenDue, int? WorkingDaysLeft)
{
    public const int DefaultDueSoonWorkingDays = 7;

    public bool IsOpen => !IsDone && Kind != StatusKind.Dropped;

    public bool IsDone => Kind is StatusKind.DoneInTime or StatusKind.DoneLate or StatusKind.DoneUndated;

    /// <summary>A due day at most so many working days ahead is "sắp đến hạn": the office's limit the standing was judged with.</summary>
    public int DueSoonWorkingDays { get; init; } = DefaultDueSoonWorkingDays;

    /// <summary>The day a reader is shown: of "trước ngày X" always the day before X, though X itself is not overdue yet.</summary>
    public DateOnly? ShownDue { get => field ?? Due; init; }

    /// <summary>The record it was judged by; null where nothing was said of it.</summary>
    public CompletionRecord? Record { get; init; }
}
