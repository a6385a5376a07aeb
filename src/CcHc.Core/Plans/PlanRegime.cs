using CcHc.Core.Deadlines;
using CcHc.Core.Plans.Outline;

namespace CcHc.Core.Plans;

/// <summary>One report a plan asks for (báo cáo định kỳ).</summary>
/// <param name="DueDay">Of the period's last month; null when the plan gives none.</param>
/// <param name="From">First day the figures are of; null when the plan gives no window.</param>
public sealed record PlanReport(Recurrence Every, int? DueDay, DateOnly? From, DateOnly? To);

/// <summary>The reporting regime (chế độ báo cáo) a plan lays down, with the sentences it was read from.</summary>
public sealed record PlanRegime(IReadOnlyList<PlanReport> Reports, IReadOnlyList<(PlanPlace Place, string Sentence)> Sources);
