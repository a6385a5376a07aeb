using System.Globalization;

namespace CcHc.Hostile.Trials;

/// <summary>The most memory this process had resident since <see cref="Reset"/> (bộ nhớ cao nhất), as Linux counts it.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    /// <summary>What a process of ours takes that has only just started, in megabytes.</summary>
    private const int Fresh = 180;

    private static int _ofOthers;

    public static bool IsKnown { get; } = File.Exists(Status);

    public static int Megabytes => Math.Max(0, Of("VmHWM:") - _ofOthers);

    private static int Current => Of("VmRSS:");

    /// <summary>In a process that did other work before: what that left behind is no trial's doing, and is not counted from now on.</summary>
    public static void LeaveOutOthers()
    {
        Reset();
        _ofOthers = Math.Max(0, Current - Fresh);
    }

    /// <summary>Forgets the peak so far, and gives back what earlier files left behind.</summary>
    public static void Reset()
    {
        if (Current > Fresh)
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
