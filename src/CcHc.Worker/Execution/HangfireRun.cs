using Hangfire;
using Hangfire.Server;
using Hangfire.States;

namespace CcHc.Worker.Execution;

/// <summary>One run as Hangfire stores it: two plain words. The names of this type and its method are in the database; a new name loses the runs that wait.</summary>
public sealed class HangfireRun(IRunByOccurrence runs)
{
    /// <param name="hangfire">Hangfire puts in its own.</param>
    /// <param name="cancellationToken">Hangfire puts in its own: cancelled when the server stops or the run is deleted by hand.</param>
    [JobDisplayName("{0}, {1}")]
    public Task RunAsync(string job, string occurrenceKey, PerformContext? hangfire, CancellationToken cancellationToken) =>
        runs.RunAsync(job, occurrenceKey, WasBegunBefore(hangfire!), cancellationToken);

    /// <summary>Sliding invisibility gives a run to a second server only when the first has stopped saying that it lives.</summary>
    private static bool WasBegunBefore(PerformContext hangfire) =>
        hangfire.Storage.GetMonitoringApi().JobDetails(hangfire.BackgroundJob.Id).History.Count(state => state.StateName == ProcessingState.StateName) > 1;
}
