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
/// <param name="Ask">What a person asked for in particular; null when the schedule runs it.</param>
public sealed record JobContext(string RunId, DateOnly Today, bool DryRun, IProgress<(int Done, int Of)> Progress, ReportAsk? Ask = null);

/// <summary>What a person asks of a report job (yêu cầu về kỳ báo cáo).</summary>
/// <param name="Period">"2026-Q1".</param>
/// <param name="Person">Who asks; stands in the record of the period.</param>
/// <param name="Again">Forms: also to agencies that have theirs.</param>
/// <param name="IsClosing">Assembling: the period is closed with this version.</param>
public sealed record ReportAsk(string Period, string Person, string Reason = "", bool Again = false, bool IsClosing = false)
{
    /// <summary>As the dashboard leaves it: the JSON of these five.</summary>
    public static ReportAsk Read(string json) => System.Text.Json.JsonSerializer.Deserialize<ReportAsk>(json)!;
}
