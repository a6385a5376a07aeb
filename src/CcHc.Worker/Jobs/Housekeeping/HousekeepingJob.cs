using CcHc.Adapters.Alerts;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;

namespace CcHc.Worker.Jobs.Housekeeping;

/// <summary>
/// Clears away what nobody needs any more (dọn dẹp): old runs, the words and files of old letters, copies of workbooks no reading names, unfinished files. Who
/// was reminded of what stays for ever, or it would be sent again.
/// </summary>
public sealed class HousekeepingJob(RunLog log, OutboxStore outbox, RegisterSnapshots shelf, SharedFolder folder, AlertStore alarms, MachineSettings machine,
    TimeProvider clock) : IJob
{
    /// <summary>Younger files may be in somebody's hands at this moment.</summary>
    private static readonly TimeSpan InHand = TimeSpan.FromDays(1);

    public JobDuty Duty => JobDuty.Housekeeping;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        if (run.DryRun)
        {
            return new JobOutcome(JobResult.Done, "Nothing is cleared in a dry run.", new Dictionary<string, int>());
        }

        var now = clock.GetUtcNow();
        var oldest = now.AddMonths(-machine.KeepMonths);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["runs"] = await log.ForgetAsync(oldest, cancellationToken),
            ["letters"] = await outbox.ForgetWordsAsync(oldest, cancellationToken),
            ["snapshots"] = await shelf.SweepAsync(now - InHand, cancellationToken),
            ["unfinished_files"] = UnfinishedFiles.Delete([folder.Consolidated, folder.Health, folder.Forms], now - InHand),
            ["alarms"] = alarms.Sweep(oldest),
        };
        return new JobOutcome(JobResult.Done, "Cleared: "
            + string.Join(", ", counts.Select(count => FormattableString.Invariant($"{count.Value} {count.Key.Replace('_', ' ')}"))) + ".", counts);
    }
}
