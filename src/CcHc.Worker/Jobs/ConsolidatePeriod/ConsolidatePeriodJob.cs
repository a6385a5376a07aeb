using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Jobs;
using CcHc.Core.Regimes;
using CcHc.Office;
using CcHc.Worker.Jobs.CollectReports;

namespace CcHc.Worker.Jobs.ConsolidatePeriod;

/// <summary>
/// Puts the reports of a period together (tong-hop/kỳ): from the due day on, every time something new came in, until the period is closed; and whenever a
/// person asks.
/// </summary>
public sealed class ConsolidatePeriodJob(
    OfficeReader office, OfficePeriods periods, AskedPeriods named, ReportPeriods issued, ReportIntake intake, VersionKeeper versions,
    PeriodConsolidator assembler, ResultMailer results) : IJob
{
    public JobDuty Duty => JobDuty.AssemblePeriod;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var reading = await office.ReadAsync(run, cancellationToken);

        var asked = run.Command is { } ask ? [await named.FindAsync(ask, cancellationToken)] : await DueAsync(reading, run.Today, cancellationToken);

        if (run is { DryRun: false, Command.IsClosing: true })
        {
            // What was dropped before the closing is not late because nobody has looked since.
            await intake.TakeAsync(reading, run, cancellationToken);
            await versions.DecideAsync(cancellationToken);
        }

        var written = new List<ConsolidatedPeriod>();
        foreach (var period in asked)
        {
            var assembled = await assembler.AssembleAsync(period, reading, run, cancellationToken);
            await results.SendAsync(assembled, run, cancellationToken);
            written.Add(assembled);
        }

        return Outcome(written, reading);
    }

    private async Task<IReadOnlyList<ReportPeriod>> DueAsync(OfficeReading reading, DateOnly today, CancellationToken cancellationToken) =>
    [
        .. (await issued.ListAsync(cancellationToken)).Where(stored => !stored.IsClosed)
            .Select(stored => periods.Find(stored.Period)).OfType<ReportPeriod>()
            .Where(period => periods.DueOf(period, reading) <= today),
    ];

    private static JobOutcome Outcome(IReadOnlyList<ConsolidatedPeriod> written, OfficeReading reading)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["periods"] = written.Count,
            ["workbooks_written"] = written.Count(one => one.IsWritten),
            ["missing_reports"] = written.Sum(one => one.Missing),
        };
        var summary = written.Count == 0 ? "No period is open and due." : string.Join(" ", written.Select(one => one.Summary));
        return new JobOutcome(!reading.IsWhole ? JobResult.Partly
            : counts["missing_reports"] > 0 ? JobResult.DoneWithFindings : JobResult.Done, summary, counts);
    }
}
