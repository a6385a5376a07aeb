using CcHc.Core.Findings;

namespace CcHc.Core.Deadlines;

/// <summary>How one time cell was read. Not understood (chưa hiểu) means a human must look: no date is guessed.</summary>
/// <param name="Text">The words as written.</param>
/// <param name="PlanYear">The plan's year, taken for months and quarters without one; null when unknown.</param>
public sealed record DeadlineReading(string Text, int? PlanYear, bool IsUnderstood, IReadOnlyList<Milestone> Milestones, IReadOnlyList<Remark> Remarks);
