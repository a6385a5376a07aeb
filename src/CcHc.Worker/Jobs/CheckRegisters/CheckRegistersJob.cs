using CcHc.Adapters.Sharing;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Workbooks;
using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Worker.Jobs.ReadRegisters;

namespace CcHc.Worker.Jobs.CheckRegisters;

/// <summary>Reads the registers and writes the health workbook: what should be mended, and how every deadline was understood (canh-bao).</summary>
public sealed class CheckRegistersJob(OfficeReader office, Outbox outbox, SharedFolder folder) : IJob
{
    public JobDuty Duty => JobDuty.CheckRegisters;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var read = await office.ReadAsync(run.Today, run.Progress, cancellationToken);
        var refused = RefusedAddressFindings.Of(await outbox.RefusedAddressesAsync(cancellationToken), read.Directory);
        var reading = read with { Findings = [.. read.Findings, .. refused] };

        var understood = reading.Tasks.Select(task => (task.Task, task.Deadline)).ToList();
        var file = OutputVersion.Next(folder.Health, "canh-bao", run.Today);
        var written = run.DryRun ? "" : HealthWorkbookWriter.Write(reading.Findings, understood, reading.Sources, run.Today, file, folder.Shared);

        return Outcome(reading, written);
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
        };
        var result = !reading.IsWhole ? JobResult.Partly : errors + warnings > 0 ? JobResult.DoneWithFindings : JobResult.Done;
        return new JobOutcome(result, FormattableString.Invariant($"{errors} errors and {warnings} warnings in {reading.Tasks.Count} tasks{(written.Length > 0 ? ", " + written : "")}."), counts);
    }
}
