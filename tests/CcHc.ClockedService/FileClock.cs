using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CcHc.ClockedService;

/// <summary>
/// The machine's clock, so many seconds ahead as a file says. When the file says more, waits that are over by then end at once, as if the machine had slept.
/// </summary>
public sealed class FileClock : TimeProvider
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<WaitingTimer, byte> _timers = new();
    private readonly Lock _reading = new();
    private readonly string _file;
    private readonly ITimer _watch;
    private TimeSpan _ahead;
    private long _readAt;

    public FileClock(string file)
    {
        _file = file;
        _watch = System.CreateTimer(_ => Look(), null, LookAgainAfter, LookAgainAfter);
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_reading)
        {
            if (_readAt == 0 || Stopwatch.GetElapsedTime(_readAt) > LookAgainAfter)
            {
                _ahead = TimeSpan.FromSeconds(double.Parse(File.ReadAllText(_file), CultureInfo.InvariantCulture));
                _readAt = Stopwatch.GetTimestamp();
            }

            return System.GetUtcNow() + _ahead;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WaitingTimer(this, System.CreateTimer(callback, state, dueTime, period));
        timer.Note(dueTime, period);
        _timers[timer] = 0;
        return timer;
    }

    private void Look()
    {
        var now = GetUtcNow();
        foreach (var timer in _timers.Keys)
        {
            timer.EndIfOver(now);
        }

        GC.KeepAlive(_watch);
    }

    /// <summary>A timer of the machine that knows when it would end by this clock.</summary>
    private sealed class WaitingTimer(FileClock clock, ITimer timer) : ITimer
    {
        private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);
        private DateTimeOffset? _due;

        private TimeSpan _period;

        public void Note(TimeSpan dueTime, TimeSpan period) => (_due, _period) = (dueTime < TimeSpan.Zero ? null : clock.GetUtcNow() + dueTime, period);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Note(dueTime, period);
            return timer.Change(dueTime, period);
        }

        public void EndIfOver(DateTimeOffset now)
        {
            if (_due is { } due && due + Slack < now)
            {
                _due = null;
                timer.Change(TimeSpan.Zero, _period);
            }
        }

        public void Dispose()
        {
            clock._timers.TryRemove(this, out _);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock._timers.TryRemove(this, out _);
            return timer.DisposeAsync();
        }
    }
}
