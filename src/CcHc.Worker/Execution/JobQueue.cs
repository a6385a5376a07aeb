using CcHc.Adapters.Storage.Runs;
using Hangfire;
using Hangfire.States;

namespace CcHc.Worker.Execution;

/// <summary>Hands runs that are due to Hangfire (giao lượt chạy).</summary>
public sealed class JobQueue(RunQueue queue, IBackgroundJobClient hangfire)
{
    /// <summary>Of several nodes at whose clocks one occurrence comes due, one hands it over; so do a clock put back and a missed run found twice.</summary>
    public async Task EnqueueAsync(string job, string occurrenceKey, CancellationToken cancellationToken)
    {
        if (await queue.AddAsync(job, occurrenceKey, cancellationToken) is { } due)
        {
            await HandOverAsync(due, cancellationToken);
        }
    }

    /// <summary>Whoever calls has added the run, or taken it.</summary>
    public async Task HandOverAsync(QueuedRun due, CancellationToken cancellationToken) =>
        await queue.NoteHangfireAsync(due, hangfire.Create<JobExecution>(run => run.RunAsync(due.Job, due.OccurrenceKey, null, CancellationToken.None),
            new EnqueuedState()), cancellationToken);
}
