using CcHc.Adapters.Settings;
using CcHc.Adapters.Storage;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.Submissions;

namespace CcHc.Worker.Jobs.PeriodReports;

/// <summary>What the period reports mean for the day's work.</summary>
/// <param name="Results">What agencies reported as done.</param>
/// <param name="Duties">Reports of open periods as obligations, handed in or not.</param>
public sealed record ReportStanding(ReportedResults Results, IReadOnlyList<Obligation> Duties)
{
    public static ReportStanding None { get; } = new(ReportedResults.None, []);
}

/// <summary>Reads how period reports stand (sổ theo dõi báo cáo kỳ): whose form waits, and what the reports that count say.</summary>
public sealed class ReportBook(ReportPeriods periods, Submissions submissions, JobsFile office)
{
    public async Task<ReportStanding> ReadAsync(AgencyDirectory directory, CancellationToken cancellationToken)
    {
        var issued = await periods.ListAsync(cancellationToken);
        if (issued.Count == 0)
        {
            return ReportStanding.None;
        }

        var known = issued.Select(stored => (Stored: stored, Period: office.Regime.Period(stored.Period))).Where(one => one.Period is not null).ToDictionary(one => one.Stored.Period, StringComparer.Ordinal);
        var received = await submissions.ListAsync(cancellationToken: cancellationToken);
        var results = ReportedResults.Of(received
            .Where(report => report.State == SubmissionState.Accepted && known.ContainsKey(report.PeriodCode))
            .OrderBy(report => known[report.PeriodCode].Period!.LastDay)
            .Select(report => report.Reading.Submission!));

        var handedIn = received.Where(report => report.IsValid)
            .GroupBy(report => (report.PeriodCode, report.AgencyCode))
            .ToDictionary(reports => reports.Key, reports => OfficeTime.DayOf(reports.Min(report => report.HandedInAt)));
        var awaited =
            from form in await periods.FormsAsync(cancellationToken)
            let open = known.GetValueOrDefault(form.Form.PeriodCode)
            where open is { Period: not null, Stored.IsClosed: false }
            let agency = directory.ByCode(form.Form.AgencyCode)
            where agency is not null
            let key = (form.Form.PeriodCode, form.Form.AgencyCode)
            select new AwaitedReport(open.Period, agency, form.Form.IssuedOn, form.File, handedIn.TryGetValue(key, out var day) ? day : null);
        return new ReportStanding(results, [.. ReportDuties.Of(awaited, directory.ByCode(office.StandingBodyCode)?.Name ?? "Sở Nội vụ")]);
    }
}
