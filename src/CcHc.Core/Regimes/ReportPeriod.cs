using CcHc.Core.Calendars;

namespace CcHc.Core.Regimes;

/// <summary>One period report that is owed (kỳ báo cáo).</summary>
/// <param name="Code">"2026-Q1", "2026-6T", "2026-9T", "2026-N", "2026-T03".</param>
/// <param name="Name">"Quý I/2026".</param>
/// <param name="Window">Days whose figures are reported (chốt số liệu), which is not the calendar quarter.</param>
/// <param name="Calendar">The months the period is named after, from the first of the first to the last of the last.</param>
/// <param name="Due">Last day to send it; null when the regime sets none and the office must.</param>
public sealed record ReportPeriod(string Code, string Name, ReportKind Kind, DateRange Window, DateRange Calendar, DateOnly? Due)
{
    public int Year => Calendar.Last.Year;

    /// <summary>Last day of the calendar period.</summary>
    public DateOnly LastDay => Calendar.Last;
}
