using CcHc.Adapters.Files;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using Npgsql;

namespace CcHc.Adapters.Settings;

/// <summary>
/// One office, one database (một cơ quan, một cơ sở dữ liệu). Which one a data folder goes with stands in a file there, so that a verb run by hand with another
/// environment is refused instead of beginning a second ledger and writing to everybody again.
/// </summary>
public static class OfficeDatabase
{
    public const string MarkName = "database";

    private static readonly string[] FilesOfSqlite = ["cchc.db", "cchc.db-wal", "cchc.db-shm"];

    /// <exception cref="SettingsException">Another database was used here before, the data lies in the office's folder, or the file belongs to another
    /// account.</exception>
    public static void Check(JobsFile office, MachineSettings machine)
    {
        RefuseSharedFolder(office, machine.DataFolder, "data");
        RefuseSharedFolder(office, machine.Backup.Folder, "backup: folder");
        var mark = Path.Combine(machine.DataFolder, MarkName);
        if (File.Exists(mark) && File.ReadAllText(mark).Trim() is { Length: > 0 } known && known != NameOf(machine))
        {
            throw new SettingsException(
                $"This office's data is in {known} (so says {mark}), but these settings mean {NameOf(machine)}: nobody there knows which letters were sent. "
                + (machine.PostgresConnection is null
                    ? $"Run the verb as the service does, with {MachineSettings.PostgresVariable} (docs/service, \"By hand\"). "
                    : $"Mend {MachineSettings.PostgresVariable}. ")
                + "If the move is meant: `cchc backup` with the old settings, then `cchc restore` with the new ones.");
        }

        foreach (var file in FilesOfSqlite.Append("service.lock").Select(name => Path.Combine(machine.DataFolder, name)).Where(File.Exists))
        {
            if (WhyNotOurs(file, FileOwner.Of(file), Environment.IsPrivilegedProcess, CanWrite(file)) is { } why)
            {
                throw new SettingsException(why);
            }
        }
    }

    /// <summary>From now on this folder goes with this database. Called once it has answered.</summary>
    public static void Keep(MachineSettings machine)
    {
        PrivateFiles.CreateFolder(machine.DataFolder);
        var mark = Path.Combine(machine.DataFolder, MarkName);
        if (!File.Exists(mark) || File.ReadAllText(mark).Trim() != NameOf(machine))
        {
            File.Delete(mark);
            using var file = PrivateFiles.CreateNew(mark);
            file.Write(System.Text.Encoding.UTF8.GetBytes(NameOf(machine) + "\n"));
        }
    }

    /// <summary>"the SQLite file", or "PostgreSQL db.example:5432/cchc"; never a password.</summary>
    public static string NameOf(MachineSettings machine)
    {
        if (machine.PostgresConnection is not { } connection)
        {
            return "the SQLite file";
        }

        var parts = new NpgsqlConnectionStringBuilder(connection);
        return FormattableString.Invariant($"PostgreSQL {parts.Host}:{parts.Port}/{parts.Database}");
    }

    /// <param name="isRoot">What root makes here, the service's account cannot write.</param>
    /// <returns>Null when this account may work with the file.</returns>
    public static string? WhyNotOurs(string file, FileOwner? owner, bool isRoot, bool canWrite) =>
        !canWrite
            ? $"{file} cannot be written by this account{(owner is null ? "" : $"; it belongs to {owner.Name}")}. Give it back to the service's account: chown cchc: \"{Path.GetDirectoryName(file)}\"/*"
            : isRoot && owner is { Id: not 0 }
            ? $"{file} belongs to {owner.Name}; what root writes here, the service could not. Run the verb as the service does: sudo -u {owner.Name} … (docs/service, \"By hand\")."
            : null;

    private static bool CanWrite(string file)
    {
        try
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            // Held by the service; that it can be opened at all is what is asked.
            return true;
        }
    }

    private static void RefuseSharedFolder(JobsFile office, string folder, string key)
    {
        foreach (var shared in new[] { office.SharedFolder, office.OutputFolder }.Where(shared => folder.Length > 0 && FolderPlace.IsWithin(folder, shared)))
        {
            throw new SettingsException(
                $"{MachineSettings.FileName}: {key}: {folder} lies in {shared}, which the office shares: letters, agencies' reports and password hashes would lie open there. Name a folder on a local disk, such as /var/lib/cchc.");
        }
    }
}
