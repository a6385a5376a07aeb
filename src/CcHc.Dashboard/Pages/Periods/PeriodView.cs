using CcHc.Adapters.Storage.Reports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Dashboard.Snapshot;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>How a period stands (tình hình một kỳ báo cáo): each agency's report, in time, late or missing.</summary>
/// <param name="Name">"Quý I/2026"; its code when the regime no longer has it.</param>
/// <param name="Due">The last day to hand in, a day off already moved; null when the regime sets none.</param>
/// <param name="Unplaced">Files of the period that belong to no agency that owes a report.</param>
public sealed record PeriodView(StoredPeriod Stored, string Name, DateOnly? Due, IReadOnlyList<AgencySubmission> HandIns, SubmissionCounts Counts, int Refused,
    int Unplaced)
{
    public string Code => Stored.Period;

    /// <param name="forms">Those that went out, of this period or of all.</param>
    /// <param name="received">Its files, in any order.</param>
    public static PeriodView Of(StoredPeriod stored, ReportingRegime regime, IEnumerable<StoredForm> forms, IReadOnlyCollection<SubmittedFile> received,
        OfficeStatus now)
    {
        var known = regime.Period(stored.Period);
        var due = known?.Due is { } last ? now.Rules.Moved(last) : (DateOnly?)null;
        var handedIn = received.Where(report => report.IsValid).Select(report => report.AgencyCode).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = forms.Select(form => form.Form).Where(form => form.PeriodCode == stored.Period);
        var owing = OwedReports.Of(own, now.Directory, handedIn, now.Today).Select(owed => owed.Agency).ToList();
        var handIns = AgencySubmissions.Of(owing, received, due, now.Calendar, now.Today, now.LeastAnsweredPercent);
        var codes = owing.Select(agency => agency.Code).ToHashSet(StringComparer.Ordinal);
        return new PeriodView(
            stored, known?.Name ?? stored.Period, due, handIns, SubmissionCounts.Of(handIns), received.Count(report => report.State == SubmissionState.Refused),
            received.Count(report => !codes.Contains(report.AgencyCode)));
    }

    public bool IsDue(DateOnly today) => Due < today;
}
