namespace CcHc.Core.Deadlines;

/// <summary>The kinds of time a plan gives a task (mốc thời gian).</summary>
public enum MilestoneKind { Date, Before, Month, Quarter, Year, Range, Continuous, Recurring, Event, Unspecified }

/// <summary>How often a recurring duty (định kỳ) falls due. <see cref="None"/> on a recurring milestone: the words name no frequency.</summary>
public enum Recurrence { None, Weekly, Monthly, Quarterly, Semiannual, NineMonths, Annual }

/// <summary>Days counted from an event: "trong 15 ngày làm việc kể từ ngày …".</summary>
/// <param name="AtLeast">True when the words say "ít nhất … ngày trước".</param>
public sealed record DayOffset(int Days, bool AreWorkingDays, bool AtLeast = false);

/// <summary>One time a task must keep (mốc thời gian), read from words. All days are calendar days; moving a day off is a later, separate step.</summary>
public sealed record Milestone
{
    /// <summary>What falls due: the words before ":" or after the time; null when the cell is only a time.</summary>
    public string? Label { get; init; }
    public required MilestoneKind Kind { get; init; }
    public DateOnly? Start { get; init; }
    /// <summary>The last allowed day, included. For <see cref="MilestoneKind.Continuous"/> the window's end, which is not a deadline.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>For a strict "trước ngày X": X itself. Warn on <see cref="Due"/>, overdue only after this day unless the policy is strict.</summary>
    public DateOnly? AltDue { get; init; }
    public bool IsStrict { get; init; }
    public Recurrence Recurrence { get; init; }
    public bool IsAdHoc { get; init; }
    /// <summary>Codes of the days an occurrence falls due, as RecurringDay reads them: "MM-DD", "M:DD", "Q:DD", "P:DD", …</summary>
    public IReadOnlyList<string> OccurrenceDue { get; init; } = [];
    public IReadOnlyList<string> AltOccurrenceDue { get; init; } = [];
    /// <summary>First and last day of the window of an occurrence, in the same codes; empty when none is written.</summary>
    public IReadOnlyList<string> Window { get; init; } = [];
    public string? Trigger { get; init; }
    public DayOffset? Offset { get; init; }
    /// <summary>From a reading only partly understood: no letter about it goes above the focal point.</summary>
    public bool IsDoubtful { get; init; }
    public bool IsConditional { get; init; }
    public bool IsTentative { get; init; }
    public bool IsInherited { get; init; }
    public bool IsAlignedByOrder { get; init; }
    public bool IsOpenEnded { get; init; }
    /// <summary>"Quý III hoặc quý IV": the last days of the two ends.</summary>
    public IReadOnlyList<DateOnly> Either { get; init; } = [];
    /// <summary>True when the year was not written and the plan year was taken.</summary>
    public bool IsYearFromPlan { get; init; }
    /// <summary>How the system read it (cách hệ thống hiểu), one Vietnamese sentence.</summary>
    public string Reading { get; init; } = "";
}
