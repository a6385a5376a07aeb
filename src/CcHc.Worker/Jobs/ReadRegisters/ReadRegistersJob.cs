using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Office;

namespace CcHc.Worker.Jobs.ReadRegisters;

/// <summary>Reads the registers and keeps what was read, so that on the day a file is locked or gone its last good reading is a fresh one (đọc sổ).</summary>
public sealed class ReadRegistersJob(OfficeReader office) : IJob
{
    public JobDuty Duty => JobDuty.ReadRegisters;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var reading = await office.ReadAsync(run, cancellationToken);

        var earlier = reading.Sources.Count(source => source.IsYesterdays);
        var errors = reading.Findings.Count(finding => finding.Severity == Severity.Error);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["registers"] = reading.Sources.Count(source => source.Tasks > 0),
            ["tasks"] = reading.Tasks.Count,
            ["earlier_readings"] = earlier,
            ["findings"] = reading.Findings.Count,
            ["errors"] = errors,
        };
        var result = !reading.IsWhole ? JobResult.Partly : errors > 0 ? JobResult.DoneWithFindings : JobResult.Done;
        return new JobOutcome(result, FormattableString.Invariant($"{reading.Tasks.Count} tasks read, {earlier} files by an earlier reading."), counts);
    }
}
