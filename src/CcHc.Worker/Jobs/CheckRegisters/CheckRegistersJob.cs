using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Workbooks.Health;
using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using CcHc.Office;

namespace CcHc.Worker.Jobs.CheckRegisters;

/// <summary>Reads the registers and writes the health workbook: what should be mended, and how every deadline was understood (canh-bao).</summary>
public sealed class CheckRegistersJob(OfficeReader office, SharedFolder folder, FindingLedger ledger, OutboxStore outbox) : IJob
{
    public JobDuty Duty => JobDuty.CheckRegisters;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var read = await office.ReadAsync(run, cancellationToken);
        var refused = RefusedAddressFindings.Of(await outbox.RefusedAddressesAsync(cancellationToken), read.Directory);
        var reading = read with { Findings = [.. read.Findings, .. FindingCodes.Assign([.. refused], [])] };

        var history = FindingHistory.Of(reading.Answered.Known, [.. reading.Findings, .. reading.Accepted], UnreadFiles(reading), run.Today);
        var readings = reading.Tasks.Select(task => (task.Task, task.Deadline)).ToList();
        var health = new RegisterHealth(reading.Findings, reading.Accepted, reading.Answered.Answers, history, readings, reading.Sources, run.Today);

        var written = "";
        if (!run.DryRun)
        {
            // Remembered twice is remembered once, and a workbook written twice is two: it comes last.
            await ledger.RecordAsync(history.Changed, health.Answers, cancellationToken);
            written = HealthWorkbookWriter.Write(health, OutputVersion.Next(folder.Health, "canh-bao", run.Today), folder.Shared);
        }

        return Outcome(reading, written);
    }

    /// <summary>Files of which neither today's bytes nor an earlier reading could be used.</summary>
    private static HashSet<string> UnreadFiles(OfficeReading reading)
    {
        var unread = reading.Findings.Concat(reading.Accepted)
            .Where(finding => finding is { Severity: Severity.Error, Sheet: null })
            .Select(finding => finding.File)
            .ToHashSet(StringComparer.Ordinal);
        unread.ExceptWith(reading.Sources.Select(source => source.File));
        return unread;
    }

    private static JobOutcome Outcome(OfficeReading reading, string written)
    {
        var bySeverity = reading.Findings.CountBy(finding => finding.Severity).ToDictionary();
        var (errors, warnings) = (bySeverity.GetValueOrDefault(Severity.Error), bySeverity.GetValueOrDefault(Severity.Warning));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["registers"] = reading.Sources.Count(source => source.Tasks > 0),
            ["tasks"] = reading.Tasks.Count,
            ["findings"] = reading.Findings.Count,
            ["errors"] = errors,
            ["warnings"] = warnings,
            ["accepted"] = reading.Accepted.Count,
        };
        var result = !reading.IsWhole ? JobResult.Partly : errors + warnings > 0 ? JobResult.DoneWithFindings : JobResult.Done;
        return new JobOutcome(result, FormattableString.Invariant(
            $"{errors} errors and {warnings} warnings in {reading.Tasks.Count} tasks{(written.Length > 0 ? ", " + written : "")}."), counts);
    }
}
