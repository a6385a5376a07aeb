using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CcHc.Adapters.Backups;

/// <summary>
/// Puts everything the service could not make again into one zip (sao lưu): our tables as of one moment, the copies of registers they name, settings and
/// wording. The service may go on meanwhile. No secret of the settings is in it: those come from the environment; but letters and password hashes are, so that
/// it is for its owner alone.
/// </summary>
public sealed class BackupWriter(Database database, MachineSettings machine, TimeProvider clock)
{
    /// <param name="path">A new file; it appears whole or not at all.</param>
    /// <param name="jobsPath">appsettings.json lies beside it.</param>
    /// <exception cref="BackupException">A file is already there.</exception>
    public async Task<BackupManifest> WriteAsync(string path, string jobsPath, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            throw new BackupException($"{path} exists already. Name a new file; a backup never replaces another.");
        }

        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var unfinished = Path.Combine(Path.GetDirectoryName(target)!, $"~cchc-{Path.GetRandomFileName()}.tmp");
        try
        {
            BackupManifest manifest;
            await using (var file = PrivateFiles.CreateNew(unfinished))
            {
                using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    manifest = await FillAsync(zip, jobsPath, cancellationToken);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target, overwrite: false);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<BackupManifest> FillAsync(ZipArchive zip, string jobsPath, CancellationToken cancellationToken)
    {
        var takenAt = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var moment = await BeginReadingAsync(connection, cancellationToken);
        var schema = await connection.ExecuteScalarAsync<int>("SELECT max(version) FROM schema_version", transaction: moment);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in await SchemaMigration.TablesAsync(schema, cancellationToken))
        {
            await using var entry = zip.CreateEntry($"{BackupManifest.Tables}{table}.jsonl").Open();
            rows[table] = await TableRowsJson.WriteAsync(moment, table, entry, cancellationToken);
        }

        // Copies a reading in the dump names are older than the dump; one that a newer reading brings in the meantime does no harm.
        var snapshots = Directory.Exists(machine.SnapshotFolder)
            ? Directory.GetFiles(machine.SnapshotFolder).Where(file => !file.EndsWith(".tmp", StringComparison.Ordinal)).ToList() : [];
        snapshots.ForEach(file => zip.CreateEntryFromFile(file, BackupManifest.SnapshotsFolder + Path.GetFileName(file)));
        AddSettings(zip, jobsPath);

        var manifest = new BackupManifest(BackupManifest.KnownFormat, takenAt, schema, rows, snapshots.Count);
        await using (var entry = zip.CreateEntry(BackupManifest.EntryName).Open())
        {
            await JsonSerializer.SerializeAsync(entry, manifest, JsonSerializerOptions.Web, cancellationToken);
        }

        return manifest;
    }

    private void AddSettings(ZipArchive zip, string jobsPath)
    {
        var appSettings = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(jobsPath))!, MachineSettings.FileName);
        zip.CreateEntryFromFile(jobsPath, BackupManifest.Settings + Path.GetFileName(jobsPath));
        if (File.Exists(appSettings))
        {
            zip.CreateEntryFromFile(appSettings, BackupManifest.Settings + MachineSettings.FileName);
        }

        // Sentences shipped with the program come back with the program.
        foreach (var sentence in machine.WordingFolder == MachineSettings.ShippedWording ? [] : Directory.GetFiles(machine.WordingFolder, "*.txt"))
        {
            zip.CreateEntryFromFile(sentence, BackupManifest.Wording + Path.GetFileName(sentence));
        }
    }

    /// <summary>Everything read in it is of one moment, and nobody who writes has to wait.</summary>
    private static async Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
}
