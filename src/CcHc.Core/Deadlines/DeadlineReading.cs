using CcHc.Core.Findings;

namespace CcHc.Core.Deadlines;

/// <summary>How one time cell was read. Not understood (chưa hiểu) means a human must look: no date is guessed.</summary>
/// <param name="Text">The words as written.</param>
/// <param name="PlanYear">The plan's year, taken for months and quarters without one; null when unknown.</param>
public sealed record DeadlineReading(string Text, int? PlanYear, bool IsUnderstood, IReadOnlyList<Milestone> Milestones,
    IReadOnlyList<FindingTemplate> Findings)
{
    /// <summary>
    /// Partly understood (hiểu một phần): days were read, but a number or a word of time beside them was not, or they contradict each other. The focal point
    /// may be reminded of such a day; nobody above is told before a person has looked. Never true together with <see cref="IsUnderstood"/>.
    /// </summary>
    public bool IsPartlyUnderstood { get; init; }
}
