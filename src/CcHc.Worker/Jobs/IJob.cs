using CcHc.Core.Jobs;

namespace CcHc.Worker.Jobs;

/// <summary>One duty of the worker. Run only by the job runner, which claims the run, gives it its day and logs what became of it.</summary>
public interface IJob
{
    JobDuty Duty { get; }

    Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken);
}

/// <summary>What a run is given.</summary>
/// <param name="RunId">The run in the run log; empty for a dry run, which is not logged.</param>
/// <param name="Today">The day everything is judged on; nothing in a job asks a clock for it.</param>
/// <param name="DryRun">Decide everything, write and send nothing.</param>
/// <param name="Progress">Registers read so far, of how many.</param>
/// <param name="Command">What a person asked for in particular; null when the schedule runs it.</param>
/// <param name="IsTriedAgain">The engine runs the occurrence once more, minutes later, if this run does not end well.</param>
public sealed record JobContext(string RunId, DateOnly Today, bool DryRun, IProgress<(int Done, int Of)> Progress, PeriodCommand? Command = null,
    bool IsTriedAgain = false);
