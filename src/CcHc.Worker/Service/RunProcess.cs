using System.Diagnostics;
using System.Globalization;
using CcHc.Adapters.Storage;

namespace CcHc.Worker.Service;

/// <summary>Who makes a run: "machine:process", as the run log has it.</summary>
internal static class RunProcess
{
    /// <returns>True when it was a process of this machine that is there no more; of other machines nothing is known.</returns>
    public static bool IsGone(LoggedRun run)
    {
        var at = run.Host.LastIndexOf(':');
        if (at < 0 || run.Host[..at] != Environment.MachineName || !int.TryParse(run.Host.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            // A number is given anew: a process younger than the run did not begin it.
            return process.StartTime.ToUniversalTime() > run.StartedAt.UtcDateTime.AddMinutes(1);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }
}
