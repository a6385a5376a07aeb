namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>One thing a consolidated report says (dữ kiện), small enough to be compared with another report's.</summary>
/// <param name="Key">The same for the same thing in every version and period: "total/overdue", "figure/CT01", "figure/CT01/STP",
/// "task/ROWKEY/STP/status".</param>
/// <param name="Label">What it is, in Vietnamese, as a list of differences prints it.</param>
/// <param name="Text">The value as printed; empty for blank.</param>
/// <param name="Number">The value to compute with; null when it is no number.</param>
public sealed record PeriodFact(string Key, string Label, string Text, double? Number = null);

/// <summary>Everything a consolidated report says, kept with each version (dữ kiện của báo cáo tổng hợp).</summary>
public sealed record PeriodFacts(string PeriodCode, string PeriodName, IEnumerable<PeriodFact> Facts);
