using System.Diagnostics;
using System.Globalization;

namespace CcHc.ClockedService;

/// <summary>The machine's clock, so many seconds ahead as a file says; waits take as long as they take.</summary>
public sealed class FileClock(string file) : TimeProvider
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(200);

    private readonly Lock _reading = new();
    private TimeSpan _ahead;
    private long _readAt;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_reading)
        {
            if (_readAt == 0 || Stopwatch.GetElapsedTime(_readAt) > LookAgainAfter)
            {
                _ahead = TimeSpan.FromSeconds(double.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));
                _readAt = Stopwatch.GetTimestamp();
            }

            return System.GetUtcNow() + _ahead;
        }
    }
}
