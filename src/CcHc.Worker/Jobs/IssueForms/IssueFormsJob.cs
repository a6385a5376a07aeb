using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Jobs;
using CcHc.Core.Regimes;
using CcHc.Office;

namespace CcHc.Worker.Jobs.IssueForms;

/// <summary>Reads the registers and sends every agency that owes a report its form (bieu-mau), once.</summary>
public sealed class IssueFormsJob(OfficeReader office, OfficePeriods periods, ReportPeriods issued, FormIssuer issuer) : IJob
{
    public JobDuty Duty => JobDuty.IssueForms;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var reading = await office.ReadAsync(run, cancellationToken);

        var closed = (await issued.ListAsync(cancellationToken)).Where(stored => stored.IsClosed).Select(stored => stored.Period)
            .ToHashSet(StringComparer.Ordinal);
        var due = run.Command is { } ask ? [Open(periods.Named(ask.Period), closed)]
            : periods.ToIssue(reading, run.Today).Where(period => !closed.Contains(period.Code)).ToList();

        var forms = new List<IssuedForms>();
        foreach (var period in due)
        {
            forms.Add(await issuer.IssueAsync(period, reading, run, cancellationToken));
        }

        return Outcome(forms, reading);
    }

    /// <exception cref="UnknownPeriodException">It is closed.</exception>
    private static ReportPeriod Open(ReportPeriod period, HashSet<string> closed) => !closed.Contains(period.Code) ? period
        : throw new UnknownPeriodException($"{period.Code} is closed. Reopen it first: cchc report reopen --period {period.Code} --by NAME --reason TEXT.");

    private static JobOutcome Outcome(IReadOnlyList<IssuedForms> issued, OfficeReading reading)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["forms_written"] = issued.Sum(one => one.Written),
            ["letters_queued"] = issued.Sum(one => one.Mailed),
            ["without_address"] = issued.Sum(one => one.WithoutAddress),
        };
        var summary = issued.Count == 0 ? "No period is near its due day."
            : string.Join(" ",
                issued.Select(
                    one =>
                        FormattableString.Invariant(
                            $"{one.Period}: {one.Written} forms written, {one.Mailed} mailed, {one.WithoutAddress} agencies without an address.")));
        return new JobOutcome(!reading.IsWhole ? JobResult.Partly
            : counts["without_address"] > 0 ? JobResult.DoneWithFindings : JobResult.Done, summary, counts);
    }
}
