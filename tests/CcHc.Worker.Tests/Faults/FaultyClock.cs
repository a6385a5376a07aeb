namespace CcHc.Worker.Tests.Faults;

/// <summary>
/// The machine's clock as a test turns it: from its n-th reading on it is off, until somebody sets it right. A pause takes no time and turns it on; a time
/// limit never runs out.
/// </summary>
/// <param name="jumpsAt">The reading; 0 never.</param>
public sealed class FaultyClock(DateTimeOffset now, int jumpsAt = 0, TimeSpan jump = default) : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly Lock _turn = new();
    private TimeSpan _off;

    public int Readings { get; private set; }

    public bool HasJumped { get; private set; }

    /// <summary>What time it is in truth.</summary>
    public DateTimeOffset Now { get; set; } = now;

    public void SetRight() => _off = TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_turn)
        {
            if (++Readings == jumpsAt)
            {
                (_off, HasJumped) = (jump, true);
            }

            return Now + _off;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero && dueTime <= LongestPause)
        {
            Now += dueTime;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Stopped();
    }

    private sealed class Stopped : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
