using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Runs;

namespace CcHc.Worker.Execution;

/// <summary>Which unfinished runs were cut short (lần chạy bị ngắt): their worker is dead.</summary>
public sealed class RunLiveness(RunLog log, MachineSettings machine)
{
    /// <summary>
    /// A worker that lives says so in the run log. Beside an SQLite file all workers are processes of this machine, so that an ended one is known at once.
    /// </summary>
    public bool IsDead(LoggedRun run) => run.FinishedAt is null && (run.IsSilent || (machine.PostgresConnection is null && WorkerProcess.IsGone(run.Host)));

    public async Task<IReadOnlyList<LoggedRun>> CutShortAsync(CancellationToken cancellationToken) =>
        [.. (await log.UnfinishedAsync(cancellationToken)).Where(IsDead)];
}
