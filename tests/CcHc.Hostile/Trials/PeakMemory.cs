using System.Globalization;

namespace CcHc.Hostile.Trials;

/// <summary>
/// The most memory this process had resident since <see cref="Reset"/> (bộ nhớ cao nhất), as Linux counts it, less what was there before: an office keeps
/// what it read last, and that is not the next file's doing.
/// </summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    /// <summary>A process of ours takes so much that has only just started, in megabytes; it counts for every file.</summary>
    private const int Fresh = 180;

    /// <summary>Above <see cref="Fresh"/>, in megabytes.</summary>
    private static int _before;

    public static bool IsKnown { get; } = File.Exists(Status);

    public static int Megabytes => Math.Max(0, Of("VmHWM:") - _before);

    private static int Current => Of("VmRSS:");

    /// <summary>Forgets the peak so far, and gives back what nobody holds any more.</summary>
    public static void Reset()
    {
        if (Current > Fresh)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        _before = Math.Max(0, Current - Fresh);
        if (IsKnown)
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    private static int Of(string entry) => IsKnown
        ? int.Parse(File.ReadLines(Status).Single(line => line.StartsWith(entry, StringComparison.Ordinal)).AsSpan(entry.Length).Trim()
            .TrimEnd(" kB"), CultureInfo.InvariantCulture) >> 10
        : 0;
}
