using System.Collections.Concurrent;
using System.Diagnostics;

namespace CcHc.Adapters.Files;

/// <summary>
/// Folders on this machine's own disks (ổ đĩa tại chỗ), where reading a file does not hang as it may on a share that is away. What a folder lies on is only
/// asked where asking may hang, too, and believed for a while: a share may be mounted over it.
/// </summary>
/// <param name="believed">How long what was seen holds.</param>
public sealed class LocalDisks(TimeSpan believed)
{
    /// <summary>An office has some thousand folders of agencies; with more known, all are forgotten.</summary>
    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<string, long> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether the folder of a file was seen on such a disk lately. Touches no disk.</summary>
    public bool Hold(string file) =>
        Path.GetDirectoryName(file) is { } folder && _seen.TryGetValue(folder, out var when) && Stopwatch.GetElapsedTime(when) < believed;

    /// <summary>Looks what the folder of a file lies on. May hang where the file lies on a share.</summary>
    public void Look(string file)
    {
        if (!Path.IsPathFullyQualified(file) || Path.GetDirectoryName(file) is not { } folder || Hold(file) || !IsLocal(folder))
        {
            return;
        }

        if (_seen.Count >= MostKnown)
        {
            _seen.Clear();
        }

        _seen[folder] = Stopwatch.GetTimestamp();
    }

    private static bool IsLocal(string folder)
    {
        // A share by its name has no drive letter.
        var drive = OperatingSystem.IsWindows() ? Path.GetPathRoot(folder) : folder;
        return drive is not null && !drive.StartsWith(@"\\", StringComparison.Ordinal) && new DriveInfo(drive).DriveType is DriveType.Fixed or DriveType.Ram;
    }
}
