using CcHc.Core.Jobs;
using CcHc.Worker.Jobs.PeriodReports;
using CcHc.Worker.Jobs.ReadRegisters;

namespace CcHc.Worker.Jobs.IssueForms;

/// <summary>Reads the registers and sends every agency that owes a report its form (bieu-mau), once.</summary>
public sealed class IssueFormsJob(OfficeReader office, OfficePeriods periods, FormIssuer issuer) : IJob
{
    public JobDuty Duty => JobDuty.IssueForms;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var reading = await office.ReadAsync(run, cancellationToken);

        var due = run.Ask is { } ask ? [periods.Named(ask.Period)] : periods.ToIssue(reading, run.Today).ToList();

        var issued = new List<IssuedForms>();
        foreach (var period in due)
        {
            issued.Add(await issuer.IssueAsync(period, reading, run, cancellationToken));
        }

        return Outcome(issued, reading);
    }

    private static JobOutcome Outcome(IReadOnlyList<IssuedForms> issued, OfficeReading reading)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["forms_written"] = issued.Sum(one => one.Written),
            ["letters_queued"] = issued.Sum(one => one.Mailed),
            ["without_address"] = issued.Sum(one => one.WithoutAddress),
        };
        var summary = issued.Count == 0 ? "No period is near its due day."
            : string.Join(" ", issued.Select(one => FormattableString.Invariant($"{one.Period}: {one.Written} forms written, {one.Mailed} mailed, {one.WithoutAddress} agencies without an address.")));
        return new JobOutcome(!reading.IsWhole ? JobResult.Partly : counts["without_address"] > 0 ? JobResult.DoneWithFindings : JobResult.Done, summary, counts);
    }
}
