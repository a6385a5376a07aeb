namespace CcHc.Adapters.Settings.Machine;

/// <summary>
/// Where an installed program keeps an office's settings and data (nơi của hệ thống): /etc/cchc and /var/lib/cchc, on Windows both below %ProgramData%\CcHc.
/// </summary>
public static class SystemPlaces
{
    public const string JobsFileName = "jobs.yml";

    public static string Settings { get; } = OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "CcHc")
        : "/etc/cchc";

    public static string Data { get; } = OperatingSystem.IsWindows() ? Path.Combine(Settings, "data") : "/var/lib/cchc";

    public static string JobsFile => Path.Combine(Settings, JobsFileName);

    /// <summary>Settings kept elsewhere have their data beside them.</summary>
    public static string DataFor(string settings) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings)) == Settings ? Data : Path.Combine(Path.GetFullPath(settings), "data");

    /// <summary>
    /// A folder that came with the program, such as samples: beside it or in a folder above, as an archive, an installation and a clone have it. Null when it
    /// is not there.
    /// </summary>
    public static string? ShippedFolder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, name);
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
