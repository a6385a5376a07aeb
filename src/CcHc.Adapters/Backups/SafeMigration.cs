using System.Globalization;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;

namespace CcHc.Adapters.Backups;

/// <summary>
/// Brings a database to this program's version, a backup taken first whenever that changes what is in it (sao lưu trước khi nâng cấp). Such a backup is never
/// deleted by the rotation.
/// </summary>
/// <param name="jobsPath">The office's jobs.yml, which goes into the backup.</param>
public sealed class SafeMigration(Database database, MachineSettings machine, string jobsPath, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <returns>The backup taken; null when nothing was to be changed or the database was empty.</returns>
    /// <exception cref="NewerDataException">A newer program has been at work here.</exception>
    public async Task<string?> RunAsync(CancellationToken cancellationToken = default)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var reached = await database.VersionAsync(cancellationToken);
            var backup = reached is > 0 && reached < Database.LatestVersion ? await BackUpAsync(reached, cancellationToken) : null;
            await database.MigrateAsync(clock, cancellationToken);
            return backup;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>"before-upgrade-13-to-24-20261130-073000.zip".</summary>
    private async Task<string> BackUpAsync(int reached, CancellationToken cancellationToken)
    {
        var folder = machine.Backup.Folder.Length > 0 ? machine.Backup.Folder : Path.Combine(machine.DataFolder, "backup");
        PrivateFiles.CreateFolder(folder);
        var now = clock.GetUtcNow().UtcDateTime;
        var file = Path.Combine(folder, string.Create(
            CultureInfo.InvariantCulture, $"before-upgrade-{reached}-to-{Database.LatestVersion}-{now:yyyyMMdd-HHmmss}.zip"));
        try
        {
            await new BackupWriter(database, machine, clock).WriteAsync(file, jobsPath, cancellationToken);
        }
        catch (Exception taken) when (taken is IOException or BackupException && File.Exists(file))
        {
            // Another process that starts in the same second has just made it.
        }

        return file;
    }

    public void Dispose() => _oneAtATime.Dispose();
}
