using System.ComponentModel;
using System.Diagnostics;

namespace CcHc.Adapters.Storage.Runs;

/// <summary>Machine and process (tiến trình): what an administrator looks for when a run hangs.</summary>
public static class WorkerProcess
{
    public static string Name { get; } = Of(Environment.MachineName, Environment.ProcessId);

    /// <summary>Whether a process of this machine has ended. False for one of another machine, of which nothing is known here.</summary>
    /// <param name="name">As <see cref="Name"/> has it.</param>
    public static bool IsGone(string name)
    {
        var colon = name.LastIndexOf(':');
        if (colon < 0 || name[..colon] != Environment.MachineName || !int.TryParse(name.AsSpan(colon + 1), out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception closed) when (closed is Win32Exception or InvalidOperationException)
        {
            // It is somebody else's and runs, or ended while it was looked at; the next look knows.
            return false;
        }
    }

    private static string Of(string machine, int process) => FormattableString.Invariant($"{machine}:{process}");
}
