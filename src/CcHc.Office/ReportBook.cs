using System.Globalization;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Core.Wording;

namespace CcHc.Office;

/// <summary>What the period reports mean for the day's work.</summary>
/// <param name="Results">What agencies reported as done.</param>
/// <param name="Duties">Reports of open periods as obligations, handed in or not.</param>
public sealed record ReportStanding(ReportedResults Results, IReadOnlyList<Obligation> Duties)
{
    /// <summary>Every file received so far, in the order they came.</summary>
    public IReadOnlyList<SubmittedFile> Received { get; init; } = [];

    public static ReportStanding None { get; } = new(ReportedResults.None, []);
}

/// <summary>Reads how period reports stand (sổ theo dõi báo cáo kỳ): whose form waits, and what the reports that count say.</summary>
public sealed class ReportBook(ReportPeriods periods, SubmittedFiles submissions, JobsFile office)
{
    /// <summary>More stand in the receipt.</summary>
    private const int MostErrors = 3;

    public async Task<ReportStanding> ReadAsync(AgencyDirectory directory, DateOnly today, CancellationToken cancellationToken)
    {
        var issued = await periods.ListAsync(cancellationToken);
        if (issued.Count == 0)
        {
            return ReportStanding.None;
        }

        var received = await submissions.ListAsync(cancellationToken: cancellationToken);
        var forms = (await periods.GlanceFormsAsync(cancellationToken)).ToLookup(stored => stored.Form.PeriodCode, StringComparer.Ordinal);
        var awaited = issued.Where(stored => !stored.IsClosed).Select(stored => office.Regime.Period(stored.Period)).OfType<ReportPeriod>()
            .SelectMany(period => Awaited(period, [.. forms[period.Code]], received, directory, today));
        var standingBody = directory.ByCode(office.StandingBodyCode)?.Name ?? "Sở Nội vụ";
        return new ReportStanding(ResultsOf(received), [.. ReportDuties.Of(awaited, standingBody)]) { Received = received };
    }

    /// <summary>What the reports that count say, of periods the regime still has.</summary>
    /// <param name="upTo">Later periods say nothing yet; null: all do.</param>
    public ReportedResults ResultsOf(IEnumerable<SubmittedFile> received, ReportPeriod? upTo = null) => ReportedResults.Of(received
        .Where(report => report.State == SubmissionState.Accepted)
        .Select(report => (Period: office.Regime.Period(report.PeriodCode), report.Reading.Submission, Day: OfficeTime.DayOf(report.HandedInAt)))
        .Where(report => report is { Period: { } period, Submission: not null } && !(period.LastDay > upTo?.LastDay))
        .OrderBy(report => report.Period!.LastDay)
        .Select(
            report => new CountedReport(report.Submission!, report.Day, report.Period!.Due > report.Period.LastDay
                ? report.Period.Due : report.Period.LastDay, report.Period.Name)));

    /// <summary>None of an agency that ended and nobody took over from: its report is listed as missing, and there is nobody to remind.</summary>
    private IEnumerable<AwaitedReport> Awaited(
        ReportPeriod period, IReadOnlyList<StoredForm> forms, IReadOnlyList<SubmittedFile> received, AgencyDirectory directory, DateOnly today)
    {
        var files = forms.ToDictionary(stored => stored.Form.AgencyCode, stored => stored.File, StringComparer.OrdinalIgnoreCase);
        var handedIn = received.Where(report => report.PeriodCode == period.Code && report.IsValid)
            .GroupBy(report => report.AgencyCode, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(reports => reports.Key, reports => OfficeTime.DayOf(SubmissionTiming.FirstValid(reports)!.Value), StringComparer.OrdinalIgnoreCase);
        var incomplete =
            received.Where(report => report.PeriodCode == period.Code && report.State == SubmissionState.Accepted
                && report.Reading.Submission?.IsIncomplete(office.Reports.LeastAnsweredPercent) == true)
                .ToDictionary(report => report.AgencyCode, StringComparer.OrdinalIgnoreCase);
        var refused = received.Where(report => report.PeriodCode == period.Code && report.State == SubmissionState.Refused && report.AgencyCode.Length > 0)
            .GroupBy(report => report.AgencyCode, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(reports => reports.Key, reports => reports.MaxBy(report => report.ReceivedAt)!, StringComparer.OrdinalIgnoreCase);
        return
            from owed in OwedReports.Of(forms.Select(stored => stored.Form), directory, handedIn.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase), today)
            from agency in owed.HandedInBy
            select new AwaitedReport(period, agency, owed.Form.IssuedOn, files[owed.Agency.Code], handedIn.TryGetValue(owed.Agency.Code, out var day)
                && !incomplete.ContainsKey(owed.Agency.Code) ? day : null)
            {
                Note = incomplete.TryGetValue(owed.Agency.Code, out var thin) ? Incomplete(thin, today)
                    : !handedIn.ContainsKey(owed.Agency.Code) && refused.TryGetValue(owed.Agency.Code, out var bad) ? Refused(bad, today) : "",
                InPlaceOf = agency == owed.Agency ? null : owed.Agency,
            };
    }

    private static string Incomplete(SubmittedFile report, DateOnly today) => string.Create(CultureInfo.InvariantCulture,
        $"Đã nhận tệp “{NameOf(report)}” ngày {DayOf(report, today)} nhưng chưa đủ: mới trả lời {report.Reading.Submission!.Answered}/{report.Reading.Submission.Asked} mục, còn thiếu {report.Reading.Submission.Missing}.");

    private static string Refused(SubmittedFile report, DateOnly today)
    {
        var errors = report.Reading.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        var shown = string.Join(" ", errors.Take(MostErrors).Select(error => (error.Cell is null ? "" : $"Ô {error.Cell}: ") + error.Message));
        return string.Create(CultureInfo.InvariantCulture,
            $"Tệp “{NameOf(report)}” nhận ngày {DayOf(report, today)} chưa dùng được, còn {errors.Count} lỗi. {shown}{(errors.Count > MostErrors ? " …" : "")}");
    }

    /// <summary>Never later than the day the letter is of, which a run for an earlier day or a clock ahead would give.</summary>
    private static string DayOf(SubmittedFile report, DateOnly today) =>
        Vietnamese.Day(OfficeTime.DayOf(report.HandedInAt) is var day && day > today ? today : day);

    private static string NameOf(SubmittedFile report) => report.File[(report.File.LastIndexOf('/') + 1)..];
}
