using System.Collections.Concurrent;

namespace CcHc.Core.Deadlines;

/// <summary>
/// Reads each distinct time cell once for a whole run: registers repeat "Quý II/2026" and "Thường xuyên" in thousands of rows. Safe for several threads. Beyond
/// <see cref="Capacity"/> cells a text is read afresh each time.
/// </summary>
public sealed class DeadlineReadings
{
    public const int Capacity = 20_000;

    private readonly ConcurrentDictionary<(string Text, int? PlanYear), DeadlineReading> _read = new();
    private int _count;

    /// <summary>As <see cref="DeadlineParser.Read"/>.</summary>
    public DeadlineReading Read(string text, int? planYear, IReadOnlyList<string>? products = null)
    {
        if (!_read.TryGetValue((text, planYear), out var reading))
        {
            reading = DeadlineParser.ReadAlone(text, planYear);
            if (Volatile.Read(ref _count) < Capacity && _read.TryAdd((text, planYear), reading))
            {
                Interlocked.Increment(ref _count);
            }
        }

        return DeadlineParser.Pair(reading, products ?? []);
    }
}
