using CcHc.Worker.Execution;
using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;

namespace CcHc.Worker.Tests.Execution;

/// <summary>One call of the runner, and the culture it was made in.</summary>
public sealed record MadeRun(string Job, string OccurrenceKey, bool WasBegunBefore, string Culture);

/// <summary>Makes nothing, remembers every run, and fails as often as told.</summary>
public sealed class RecordingRuns : IRunByOccurrence
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Channel<MadeRun> _made = Channel.CreateUnbounded<MadeRun>();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private volatile bool _isEndless;

    /// <summary>From now on a run goes on until it is stopped.</summary>
    public void WaitForever() => _isEndless = true;

    public void FailWith(params Exception[] failures)
    {
        foreach (var failure in failures)
        {
            _failures.Enqueue(failure);
        }
    }

    public async Task RunAsync(string job, string occurrenceKey, bool wasBegunBefore, CancellationToken cancellationToken)
    {
        await _made.Writer.WriteAsync(new MadeRun(job, occurrenceKey, wasBegunBefore, CultureInfo.CurrentCulture.Name), cancellationToken);
        if (_failures.TryDequeue(out var failure))
        {
            throw failure;
        }

        if (_isEndless)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    /// <summary>Waits for the next run.</summary>
    public async Task<MadeRun> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _made.Reader.ReadAsync(patience.Token);
    }
}
