using System.Globalization;

namespace CcHc.Hostile.Trials;

/// <summary>The most memory this process had resident (bộ nhớ cao nhất), as Linux counts it.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    /// <summary>Above what a process of ours takes that has only just started, in megabytes.</summary>
    private const int Untidy = 180;

    public static bool IsKnown { get; } = File.Exists(Status);

    public static int Megabytes => Of("VmHWM:");

    private static int Current => Of("VmRSS:");

    /// <summary>Forgets the peak so far, and gives back what earlier files left behind.</summary>
    public static void Reset()
    {
        if (Current > Untidy)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

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
