using System.Collections.Concurrent;

namespace CcHc.Core.Deadlines;

/// <summary>
/// Reads each distinct time cell once for a whole run: registers repeat "Quý II/2026" and "Thường xuyên" in thousands of rows. Safe for several threads.
/// Beyond <see cref="Capacity"/> cells a text is read afresh each time.
/// </summary>
public sealed class DeadlineReadings
{
    public const int Capacity = 20_000;

    private readonly ConcurrentDictionary<(string Text, int? PlanYear, string Products), DeadlineReading> _read = new();
    private int _count;

    /// <summary>As <see cref="DeadlineParser.Read"/>.</summary>
    public DeadlineReading Read(string text, int? planYear, IReadOnlyList<string>? products = null)
    {
        var key = (text, planYear, string.Join('\0', products ?? []));
        if (_read.TryGetValue(key, out var known))
        {
            return known;
        }

        var reading = DeadlineParser.Read(text, planYear, products);
        if (Volatile.Read(ref _count) < Capacity && _read.TryAdd(key, reading))
        {
            Interlocked.Increment(ref _count);
        }

        return reading;
    }
}
