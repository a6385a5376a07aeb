using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Office;

namespace CcHc.Worker.Jobs.ConsolidatePeriod;

/// <summary>
/// Gathers what a period's report is made of (đầu vào báo cáo tổng hợp), as it is known at one moment: files that change meanwhile wait for the next run.
/// </summary>
public sealed class PeriodMaterial(OfficeRules rules, OfficePeriods office, ReportPeriods periods, ReportBook book, SubmittedFiles submissions,
    ReportOutputs outputs)
{
    public async Task<PeriodInputs> GatherAsync(ReportPeriod period, OfficeReading reading, DateOnly today, CancellationToken cancellationToken)
    {
        var known = await submissions.ListAfterAsync(reading.Reports.Received, cancellationToken);
        var received = known.Where(report => report.PeriodCode == period.Code).ToList();
        var owing = await OwingAsync(period, received, reading, today, cancellationToken);
        var due = office.DueOf(period, reading);
        // The registers were read a while ago; what stands done goes by the same reports as everything else here, which are those of no later period.
        var read = reading with { Reports = reading.Reports with { Results = book.ResultsOf(known, period) } };
        var assessed = read.Assess(rules.Assessment(reading.Calendar), today);
        return new PeriodInputs
        {
            ProvinceName = rules.ProvinceName,
            Period = period,
            AsOf = today,
            Due = due,
            Obligations = [.. assessed.Where(one => FormBuilder.Belongs(one, period))],
            HandIns = AgencySubmissions.Of(owing, received, due, reading.Calendar, today, rules.Reports.LeastAnsweredPercent),
            Files = [.. received.Select(FileOf)],
            Indicators = [.. reading.Indicators.Where(indicator => indicator.IsAskedIn(period))],
            Findings = [.. reading.Findings, .. received.Where(report => IsOpen(report, received)).SelectMany(report => report.Reading.Findings)],
            Registers = reading.Sources,
            Directory = reading.Directory.Agencies,
            Previous = await FactsAsync(office.Before(period), cancellationToken),
            YearBefore = await FactsAsync(office.YearBefore(period), cancellationToken),
        };
    }

    private async Task<IReadOnlyList<Agency>> OwingAsync(
        ReportPeriod period, IReadOnlyList<SubmittedFile> received, OfficeReading reading, DateOnly today, CancellationToken cancellationToken)
    {
        var forms = (await periods.GlanceFormsAsync(cancellationToken)).Select(stored => stored.Form).Where(form => form.PeriodCode == period.Code);
        var handedIn = received.Where(report => report.IsValid).Select(report => report.AgencyCode).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. OwedReports.Of(forms, reading.Directory, handedIn, today).Select(owed => owed.Agency)];
    }

    /// <summary>What the closing version said, else the last one.</summary>
    private async Task<PeriodFacts?> FactsAsync(ReportPeriod? period, CancellationToken cancellationToken)
    {
        var known = period is null ? [] : await outputs.ListAsync(period.Code, cancellationToken);
        return (known.LastOrDefault(output => output.Kind == OutputKind.Closing) ?? known.LastOrDefault()) is { } said
            ? await outputs.FactsAsync(said, cancellationToken) : null;
    }

    /// <summary>Errors of a file its agency has mended since are settled.</summary>
    private static bool IsOpen(SubmittedFile report, IReadOnlyList<SubmittedFile> received) => report.State == SubmissionState.Accepted
        || (report.State == SubmissionState.Refused
            && !received.Any(
                other => other.State == SubmissionState.Accepted && other.AgencyCode == report.AgencyCode && other.HandedInAt > report.HandedInAt));

    private static UsedFile FileOf(SubmittedFile report) =>
        new(report.File, report.Hash, report.AgencyCode, report.Version, report.HandedInAt, report.State, report.Reason);
}
