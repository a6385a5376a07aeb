using Hangfire;

namespace CcHc.Worker.Execution;

/// <summary>Stores a due run in Hangfire's queue.</summary>
internal sealed class HangfireRunDispatcher(IBackgroundJobClient hangfire) : IRunDispatcher
{
    public bool TryDispatch(string job, string occurrenceKey)
    {
        hangfire.Enqueue<HangfireRun>(run => run.RunAsync(job, occurrenceKey, null, CancellationToken.None));
        return true;
    }
}
