using Hangfire;

namespace CcHc.FullStack.Engine;

/// <summary>One run as Hangfire stores it: two plain words. The names of this type and its method are in the database; a new name loses the runs that wait.</summary>
public sealed class HangfireRun(IRunByOccurrence runs)
{
    /// <param name="cancellationToken">Hangfire's own: it is cancelled when the server stops or the run is deleted by hand.</param>
    [JobDisplayName("{0}, {1}")]
    public Task RunAsync(string job, string occurrenceKey, CancellationToken cancellationToken) => runs.RunAsync(job, occurrenceKey, cancellationToken);
}
