using CcHc.Office;

namespace CcHc.Worker.Jobs;

/// <summary>Reads the office as a run asks for it: on the run's day, telling its progress, and remembering nothing in a dry run.</summary>
public static class ReadingForRun
{
    public static Task<OfficeReading> ReadAsync(this OfficeReader office, JobContext run, CancellationToken cancellationToken) =>
        office.ReadAsync(run.Today, run.Progress, !run.DryRun, cancellationToken);
}
