using CcHc.Adapters.Storage;
using CcHc.Core.Calendars;
using CcHc.Core.Forms;
using CcHc.Core.PeriodReports;
using CcHc.Core.Submissions;
using CcHc.Worker.Jobs.PeriodReports;
using CcHc.Worker.Jobs.ReadRegisters;

namespace CcHc.Worker.Jobs.AssemblePeriod;

/// <summary>Gathers what a period's report is made of (đầu vào báo cáo tổng hợp), as it is known at one moment: files that change meanwhile wait for the next run.</summary>
public sealed class PeriodMaterial(OfficeRules rules, OfficePeriods office, ReportPeriods periods, Submissions submissions, ReportOutputs outputs)
{
    public async Task<PeriodInputs> GatherAsync(ReportPeriod period, OfficeReading reading, DateOnly today, CancellationToken cancellationToken)
    {
        var received = await submissions.ListAsync(period.Code, cancellationToken);
        var issuedTo = (await periods.IssuedToAsync(cancellationToken))[period.Code];
        var due = office.DueOf(period, reading);
        var assessed = reading.Assess(rules.Assessment(reading.Calendar), today);
        return new PeriodInputs
        {
            ProvinceName = rules.ProvinceName,
            Period = period,
            AsOf = today,
            Due = due,
            Obligations = [.. assessed.Where(one => FormBuilder.Belongs(one, period))],
            HandIns = HandIns.Of(HandIns.Owing(reading.Directory.Agencies, issuedTo), received, due, reading.Calendar, today),
            Files = [.. received.Select(FileOf)],
            Indicators = [.. reading.Indicators.Where(indicator => indicator.IsAskedIn(period))],
            Findings = [.. reading.Findings, .. received.Where(IsOpen).SelectMany(report => report.Reading.Findings)],
            Registers = reading.Sources,
            Directory = reading.Directory.Agencies,
            Previous = await FactsAsync(office.Before(period), cancellationToken),
            YearBefore = await FactsAsync(office.YearBefore(period), cancellationToken),
        };
    }

    /// <summary>What the closing version said, else the last one.</summary>
    private async Task<PeriodFacts?> FactsAsync(ReportPeriod? period, CancellationToken cancellationToken)
    {
        var known = period is null ? [] : await outputs.ListAsync(period.Code, cancellationToken);
        return (known.LastOrDefault(output => output.Kind == OutputKind.Closing) ?? known.LastOrDefault()) is { } said ? await outputs.FactsAsync(said, cancellationToken) : null;
    }

    private static bool IsOpen(ReceivedReport report) => report.State is SubmissionState.Accepted or SubmissionState.Refused;

    private static HandedInFile FileOf(ReceivedReport report) =>
        new(report.File, report.Hash, report.AgencyCode, report.Version, report.HandedInAt, report.State, report.Reason);
}
