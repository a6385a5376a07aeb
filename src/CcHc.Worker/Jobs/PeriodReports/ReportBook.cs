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
    public async Task<ReportStanding> ReadAsync(AgencyDirectory directory, DateOnly today, CancellationToken cancellationToken)
    {
        var issued = await periods.ListAsync(cancellationToken);
        if (issued.Count == 0)
        {
            return ReportStanding.None;
        }

        var received = await submissions.ListAsync(cancellationToken: cancellationToken);
        var forms = (await periods.FormsAsync(cancellationToken)).ToLookup(stored => stored.Form.PeriodCode, StringComparer.Ordinal);
        var awaited = issued.Where(stored => !stored.IsClosed).Select(stored => office.Regime.Period(stored.Period)).OfType<ReportPeriod>()
            .SelectMany(period => Awaited(period, [.. forms[period.Code]], received, directory, today));
        return new ReportStanding(ResultsOf(received), [.. ReportDuties.Of(awaited, directory.ByCode(office.StandingBodyCode)?.Name ?? "Sở Nội vụ")]);
    }

    /// <summary>What the reports that count say, of periods the regime still has.</summary>
    /// <param name="upTo">Later periods say nothing yet; null: all do.</param>
    public ReportedResults ResultsOf(IEnumerable<ReceivedReport> received, ReportPeriod? upTo = null) => ReportedResults.Of(received
        .Where(report => report.State == SubmissionState.Accepted)
        .Select(report => (Period: office.Regime.Period(report.PeriodCode), report.Reading.Submission, Day: OfficeTime.DayOf(report.HandedInAt)))
        .Where(report => report is { Period: { } period, Submission: not null } && !(period.LastDay > upTo?.LastDay))
        .OrderBy(report => report.Period!.LastDay)
        .Select(report => new CountedReport(report.Submission!, report.Day, report.Period!.Due > report.Period.LastDay ? report.Period.Due : report.Period.LastDay, report.Period.Name)));

    /// <summary>None of an agency that ended and nobody took over from: its report is listed as missing, and there is nobody to remind.</summary>
    private static IEnumerable<AwaitedReport> Awaited(
        ReportPeriod period, IReadOnlyList<StoredForm> forms, IReadOnlyList<ReceivedReport> received, AgencyDirectory directory, DateOnly today)
    {
        var files = forms.ToDictionary(stored => stored.Form.AgencyCode, stored => stored.File, StringComparer.OrdinalIgnoreCase);
        var handedIn = received.Where(report => report.PeriodCode == period.Code && report.IsValid)
            .GroupBy(report => report.AgencyCode, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(reports => reports.Key, reports => OfficeTime.DayOf(reports.Min(report => report.HandedInAt)), StringComparer.OrdinalIgnoreCase);
        return
            from owed in OwedReports.Of(forms.Select(stored => stored.Form), directory, handedIn.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase), today)
            from agency in owed.HandedInBy
            select new AwaitedReport(period, agency, owed.Form.IssuedOn, files[owed.Agency.Code], handedIn.TryGetValue(owed.Agency.Code, out var day) ? day : null)
            {
                InPlaceOf = agency == owed.Agency ? null : owed.Agency,
            };
    }
}
