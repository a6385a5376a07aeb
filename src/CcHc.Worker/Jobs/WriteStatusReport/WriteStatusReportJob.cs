using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.StatusReport;
using CcHc.Office;

namespace CcHc.Worker.Jobs.WriteStatusReport;

/// <summary>Reads the registers and writes the consolidated workbook for Sở Nội vụ (bảng tổng hợp).</summary>
public sealed class WriteStatusReportJob(OfficeReader office, OfficeRules rules, SharedFolder folder, SentLedger ledger) : IJob
{
    public JobDuty Duty => JobDuty.AssembleReport;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var reading = await office.ReadAsync(run, cancellationToken);

        var assessed = reading.Assess(rules.Assessment(reading.Calendar), run.Today);
        var report = StatusReportAssembler.Assemble(rules.ProvinceName, assessed, reading.Findings, reading.Sources, reading.Directory.Agencies, run.Today);

        var monday = MondayPage.Of(assessed, await ledger.ReachedAsync(cancellationToken), run.Today);

        var written = run.DryRun
            ? "" : StatusWorkbookWriter.Write(report, OutputVersion.Next(folder.Consolidated, "tong-hop", run.Today), folder.Shared, monday);

        return Outcome(reading, report, written);
    }

    private static JobOutcome Outcome(OfficeReading reading, DailyStatusReport report, string written)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["registers"] = reading.Sources.Count(source => source.Tasks > 0),
            ["tasks"] = reading.Tasks.Count,
            ["rows"] = report.Details.Count,
            ["overdue"] = report.Details.Count(one => one.Standing.Kind == StatusKind.Overdue),
            ["findings"] = reading.Findings.Count,
        };
        var result = !reading.IsWhole ? JobResult.Partly
            : reading.Findings.Any(finding => finding.Severity != Severity.Info) ? JobResult.DoneWithFindings
            : JobResult.Done;
        return new JobOutcome(result,
            FormattableString.Invariant($"{report.Details.Count} rows from {reading.Tasks.Count} tasks{(written.Length > 0 ? ", " + written : "")}."), counts);
    }
}
