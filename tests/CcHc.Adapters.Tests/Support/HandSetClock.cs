using CcHc.Core.Calendars;

namespace CcHc.Adapters.Tests.Support;

/// <summary>A clock that stands still until a test moves it; who waits for a timer moves it to that timer's time at once.</summary>
public sealed class HandSetClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = start;

    /// <summary>Runs each time somebody waits on this clock, when it has been moved and before they go on.</summary>
    public Action Waited { get; set; } = static () => { };

    public override TimeZoneInfo LocalTimeZone => OfficeTime.Zone;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (_gate)
        {
            _now += by;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero)
        {
            Advance(dueTime);
            Waited();
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new RungTimer();
    }

    private sealed class RungTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
