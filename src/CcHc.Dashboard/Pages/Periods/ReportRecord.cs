using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Calendars;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Dashboard.Snapshot;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>How one report of an agency came.</summary>
public enum ReportArrival { InTime, Late, Missing, Awaited }

/// <summary>One period report an agency was asked for, with its due day.</summary>
/// <param name="Due">A day off already moved; null when the regime sets none.</param>
public sealed record AgencyReport(SubmissionTime Owed, string PeriodName, DateOnly? Due, ReportArrival Arrival);

/// <summary>An agency's reports counted (tình hình gửi báo cáo).</summary>
public sealed record ReportCounts(int InTime, int Late, int Missing)
{
    public static ReportCounts Of(IEnumerable<AgencyReport> reports) => reports.Aggregate(new ReportCounts(0, 0, 0), (counts, report) => report.Arrival switch
    {
        ReportArrival.InTime => counts with { InTime = counts.InTime + 1 },
        ReportArrival.Late => counts with { Late = counts.Late + 1 },
        ReportArrival.Missing => counts with { Missing = counts.Missing + 1 },
        _ => counts,
    });
}

/// <summary>Judges when reports came (sổ gửi báo cáo) by the days they were due on.</summary>
public static class ReportRecord
{
    /// <returns>Newest period first; one not yet due is neither late nor missing.</returns>
    public static IEnumerable<AgencyReport> Of(IEnumerable<SubmissionTime> owed, ReportingRegime regime, OfficeStatus now)
    {
        var periods = new Dictionary<string, (string Name, DateOnly Last, DateOnly? Due)>(StringComparer.Ordinal);
        return owed.Select(one =>
        {
            if (!periods.TryGetValue(one.Period, out var period))
            {
                var known = regime.Period(one.Period);
                periods.Add(one.Period, period = (known?.Name ?? one.Period, known?.LastDay ?? default, known?.Due is { } day ? now.Rules.Moved(day) : null));
            }

            return (period.Last, Report: new AgencyReport(one, period.Name, period.Due, ArrivalOf(one, period.Due, now.Today)));
        }).OrderByDescending(one => one.Last).Select(one => one.Report);
    }

    private static ReportArrival ArrivalOf(SubmissionTime owed, DateOnly? due, DateOnly today) =>
        SubmissionTiming.StatusOf(owed.HandedInAt is { } at ? OfficeTime.DayOf(at) : null, due) switch
        {
            SubmissionStatus.InTime => ReportArrival.InTime,
            SubmissionStatus.Late => ReportArrival.Late,
            _ when owed.IsClosed || today > due => ReportArrival.Missing,
            _ => ReportArrival.Awaited,
        };
}
