using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Backups;

/// <summary>Brings a backup back into a folder that is thrown away (diễn tập khôi phục): a backup nobody ever restored is none.</summary>
public static class RestoreRehearsal
{
    /// <exception cref="BackupException">It cannot be restored, or its settings cannot be used.</exception>
    public static async Task<BackupManifest> RunAsync(string path, MachineSettings machine, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("cchc-rehearsal-").FullName;
        try
        {
            var home = Path.Combine(folder, "settings");
            Directory.CreateDirectory(home);
            var settings = BackupReader.RestoreSettings(path, home);
            foreach (var jobs in settings.Where(name => name.EndsWith(".yml", StringComparison.Ordinal)))
            {
                JobsFileReader.Read(Path.Combine(home, jobs));
            }

            var trial = machine with { DataFolder = Path.Combine(folder, "data"), PostgresConnection = null };
            await using var database = trial.OpenDatabase();
            return await new BackupReader(database, trial, clock).RestoreAsync(path, replace: false, cancellationToken);
        }
        catch (SettingsException wrong)
        {
            throw new BackupException($"{path}: the settings in it cannot be used: {wrong.Message}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
