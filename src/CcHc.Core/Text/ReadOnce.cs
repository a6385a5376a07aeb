using System.Collections.Concurrent;

namespace CcHc.Core.Text;

/// <summary>
/// Reads each distinct text once (đọc một lần): an office's registers say some thousand things in a hundred thousand cells. Safe for several threads. A long
/// text is read each time, for it hardly comes again.
/// </summary>
/// <param name="read">Must say the same of the same text each time.</param>
/// <param name="mostKnown">With so many texts known, all are forgotten.</param>
internal sealed class ReadOnce<T>(Func<string, T> read, int mostKnown = 20_000)
{
    /// <summary>In characters.</summary>
    private const int LongestKept = 1_000;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    /// <summary>Counted apart: the dictionary locks itself whole to count.</summary>
    private int _count;

    public T Of(string text)
    {
        if (text.Length > LongestKept)
        {
            return read(text);
        }

        if (!_known.TryGetValue(text, out var said))
        {
            if (Interlocked.Increment(ref _count) > mostKnown)
            {
                _known.Clear();
                Volatile.Write(ref _count, 1);
            }

            _known[text] = said = read(text);
        }

        return said;
    }
}
