using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Findings;

namespace CcHc.Worker.Checks;

/// <summary>Whether the office's folder can be read and our own folders written (kiểm tra thư mục). A file made to find out is deleted at once.</summary>
public static class FolderCheck
{
    /// <summary>Below this a day's outputs and the database may not fit any more.</summary>
    private const long LittleRoom = 500L * 1024 * 1024;

    /// <summary>Empty when the registers can be listed.</summary>
    public static IReadOnlyList<Finding> OfShared(SharedFolder folder)
    {
        if (!Directory.Exists(folder.Shared))
        {
            return [Of("share-missing", $"The shared folder {folder.Shared} is not there.",
                "Check folders: shared in jobs.yml, that the share is mounted, and that the service's account may enter it.")];
        }

        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder.Registers).FirstOrDefault();
            return [];
        }
        catch (DirectoryNotFoundException)
        {
            return [Of("share-without-registers", $"The shared folder has no {Path.GetFileName(folder.Registers)}/.",
                "Put the registers there, or point folders: shared in jobs.yml to the folder that has them.")];
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return [Of("share-not-listable", $"{folder.Registers} cannot be listed: {closed.Message}",
                "Give the service's account the right to list and read the folder.")];
        }
    }

    /// <param name="writtenAt">When the file system says the try was written; null when it could not be.</param>
    public static IEnumerable<Finding> OfOutput(SharedFolder folder, out DateTimeOffset? writtenAt)
    {
        // The right to write into our own folders is enough; where one is not there yet, it must be possible to make it.
        (var findings, writtenAt) = (new List<Finding>(), null);
        foreach (var target in new[] { folder.Consolidated, folder.Health, folder.Forms }.Select(Existing).Distinct(StringComparer.Ordinal))
        {
            findings.AddRange(Writable(
                target, "output-not-writable", "Give the service's account the right to write there, or set folders: output in jobs.yml to another folder.",
                JobsFileName, out var at));
            writtenAt ??= at;
        }

        return findings;
    }

    public static IEnumerable<Finding> OfData(MachineSettings machine)
    {
        var findings = Writable(machine.DataFolder, "data-not-writable",
            "Give the service's account the right to write there, or set \"data\" to another folder.", MachineSettings.FileName, out _).ToList();
        if (machine.PostgresConnection is null && IsOnNetwork(machine.DataFolder))
        {
            findings.Add(new Finding(Severity.Error, "data-on-network", MachineSettings.FileName, null, null,
                $"The data folder {machine.DataFolder} is on a network share, where the SQLite file can be damaged.",
                "Set \"data\" to a folder on a local disk, or use PostgreSQL."));
        }

        return findings;
    }

    /// <param name="room">Free bytes, where known.</param>
    public static Finding? OfRoom(string folder, long? room) => room < LittleRoom
        ? new Finding(Severity.Warning, "disk-nearly-full", MachineSettings.FileName, null, null,
            FormattableString.Invariant($"Only {room / (1024 * 1024)} MB are free for {folder}."),
            "Make room: when the disk is full nothing is recorded and nothing sent.")
        : null;

    /// <returns>Null where the system does not say.</returns>
    public static long? RoomFor(string folder) => Drive(folder)?.AvailableFreeSpace;

    private static bool IsOnNetwork(string folder) => folder.StartsWith(@"\\", StringComparison.Ordinal) || Drive(folder)?.DriveType == DriveType.Network;

    private static DriveInfo? Drive(string folder)
    {
        try
        {
            var drive = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : Existing(folder));
            return drive.IsReady ? drive : null;
        }
        catch (Exception unknown) when (unknown is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<Finding> Writable(string folder, string code, string remedy, string file, out DateTimeOffset? writtenAt)
    {
        writtenAt = null;
        try
        {
            var probe = Path.Combine(Existing(folder), $"~cchc-{Path.GetRandomFileName()}.tmp");
            using var stream = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            stream.WriteByte(0);
            stream.Flush(flushToDisk: true);
            writtenAt = File.GetLastWriteTimeUtc(probe);
            return [];
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return [new Finding(Severity.Error, code, file, null, null, $"{folder} cannot be written: {closed.Message}", remedy)];
        }
    }

    /// <summary>The folder itself, or the nearest one above it that is there: the rest is made when needed.</summary>
    private static string Existing(string folder)
    {
        var path = Path.GetFullPath(folder);
        while (!Directory.Exists(path) && !File.Exists(path) && Path.GetDirectoryName(path) is { } above)
        {
            path = above;
        }

        return path;
    }

    private const string JobsFileName = "jobs.yml";

    private static Finding Of(string code, string message, string remedy) => new(Severity.Error, code, JobsFileName, null, null, message, remedy);
}
