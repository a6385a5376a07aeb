using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using CcHc.Core.Jobs;
using CcHc.Worker.Jobs;

namespace CcHc.Worker.Tests.Execution;

/// <summary>One call of the job, and the culture it was made in.</summary>
public sealed record MadeRun(string RunId, bool IsTriedAgain, string Culture);

/// <summary>Reminds nobody: remembers every run and ends as told, done where nothing was told.</summary>
public sealed class ScriptedJob : IJob
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Channel<MadeRun> _made = Channel.CreateUnbounded<MadeRun>();
    private volatile bool _isEndless;

    public ConcurrentQueue<JobResult> Results { get; } = new();

    /// <summary>Thrown once each, before any result.</summary>
    public ConcurrentQueue<Exception> Failures { get; } = new();

    /// <summary>Happens in the middle of a run.</summary>
    public Action Running { get; set; } = static () => { };

    public int Runs { get; private set; }

    public JobDuty Duty => JobDuty.RemindAgencies;

    /// <summary>From now on a run goes on until it is stopped.</summary>
    public void WaitForever() => _isEndless = true;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        Runs++;
        await _made.Writer.WriteAsync(new MadeRun(run.RunId, run.IsTriedAgain, CultureInfo.CurrentCulture.Name), CancellationToken.None);
        Running();
        cancellationToken.ThrowIfCancellationRequested();
        if (Failures.TryDequeue(out var failure))
        {
            throw failure;
        }

        if (_isEndless)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return new JobOutcome(Results.TryDequeue(out var result) ? result : JobResult.Done, "110 tasks read.", new Dictionary<string, int> { ["tasks"] = 110 });
    }

    /// <summary>Waits for the next run.</summary>
    public async Task<MadeRun> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _made.Reader.ReadAsync(patience.Token);
    }
}
