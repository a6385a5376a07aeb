namespace CcHc.Worker.Jobs;

/// <summary>
/// Records one lot of work while the next is made (ghi gối đầu): at most one recording is under way, and none outlives the work, whatever fails.
/// </summary>
public sealed class WriteBehind(CancellationToken cancellationToken) : IAsyncDisposable
{
    private Task _recording = Task.CompletedTask;

    /// <summary>Begins a recording once the one before has ended; when that failed, with its failure.</summary>
    public async Task StartAsync(Func<Task> record)
    {
        await _recording;
        _recording = Task.Run(record, cancellationToken);
    }

    /// <summary>The recording under way has ended, or failed.</summary>
    public Task WaitAsync() => _recording;

    /// <summary>What made the work end early is told already; a recording that fails after it would hide it.</summary>
    public async ValueTask DisposeAsync() => await _recording.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
