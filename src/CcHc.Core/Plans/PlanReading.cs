using CcHc.Core.Findings;
using CcHc.Core.Plans.Outline;

namespace CcHc.Core.Plans;

/// <summary>What a plan says: its tasks in the order they stand, its reporting regime, and what is doubtful about the whole.</summary>
/// <param name="Findings">About the plan as such; doubts about one task stand with it.</param>
public sealed record PlanReading(PlanHeader Header, IReadOnlyList<PlanTask> Tasks, PlanRegime? Regime, IReadOnlyList<FindingTemplate> Findings);
