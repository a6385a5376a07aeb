using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using Dapper;

namespace CcHc.Adapters.Backups;

/// <summary>
/// Brings a backup back (khôi phục), into either database. Afterwards all letters are held: what was sent after the backup was taken, the restored ledger does
/// not know, so a person looks first.
/// </summary>
public sealed class BackupReader(Database database, MachineSettings machine, TimeProvider clock)
{
    /// <summary>Puts back settings files that are not there; those that are stay as they are.</summary>
    /// <param name="home">The folder of jobs.yml.</param>
    /// <returns>Names of the files put back.</returns>
    /// <exception cref="BackupException">The file is no backup of ours, or of a newer release.</exception>
    public static IReadOnlyList<string> RestoreSettings(string path, string home)
    {
        using var zip = Open(path);
        _ = Manifest(zip, path);
        var restored = new List<string>();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith(BackupManifest.Settings, StringComparison.Ordinal)))
        {
            var folder = entry.FullName.StartsWith(BackupManifest.Wording, StringComparison.Ordinal) ? Path.Combine(home, "wording", "vi") : home;
            var name = NameOf(entry);
            var target = Path.Combine(folder, name);
            if (name.Length > 0 && !File.Exists(target))
            {
                Directory.CreateDirectory(folder);
                entry.ExtractToFile(target);
                restored.Add(name);
            }
        }

        return restored;
    }

    /// <summary>Replaces our tables, whole or not at all, and holds all letters in the same moment.</summary>
    /// <param name="replace">Also when the target holds data.</param>
    /// <exception cref="BackupException">The service is at work, the target holds data, or the backup is damaged or of a newer release.</exception>
    public async Task<BackupManifest> RestoreAsync(string path, bool replace, CancellationToken cancellationToken)
    {
        using var zip = Open(path);
        var manifest = Manifest(zip, path);
        using var alone = ServiceLock.TryTake(machine.DataFolder)
            ?? throw new BackupException($"The service is running on {machine.DataFolder}. Stop it, restore, and start it again.");

        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RefuseUnlessFreeAsync(transaction, replace, cancellationToken);
        await DropAsync(transaction, cancellationToken);
        await SchemaMigration.ApplyAsync(transaction, database.Dialect, clock.GetUtcNow(), manifest.Schema, cancellationToken);
        foreach (var table in await SchemaMigration.TablesAsync(manifest.Schema, cancellationToken))
        {
            await LoadAsync(transaction, zip, table, manifest, cancellationToken);
        }

        await SchemaMigration.ApplyAsync(transaction, database.Dialect, clock.GetUtcNow(), SchemaMigration.Latest, cancellationToken);
        await connection.ExecuteAsync(
            "INSERT INTO hold (id, since, reason) VALUES (1, @now, @reason) ON CONFLICT DO NOTHING",
            new { now = clock.GetUtcNow(), reason = FormattableString.Invariant($"restored from a backup of {manifest.TakenAt:u}") }, transaction);
        RestoreSnapshots(zip);
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return manifest;
    }

    private async Task RefuseUnlessFreeAsync(DbTransaction transaction, bool replace, CancellationToken cancellationToken)
    {
        var connection = transaction.Connection!;
        foreach (var table in await ExistingAsync(transaction, cancellationToken))
        {
            // Only what began in the last hours may be running: a crash leaves its run unfinished for good.
            if (table == "job_run"
                && await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM job_run WHERE finished_at IS NULL AND overdue_at > @now",
                    new { now = clock.GetUtcNow() }, transaction) > 0)
            {
                throw new BackupException("A job is running on this database. Stop the service on every machine, restore, and start it again.");
            }

            if (!replace
                && await connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT 1) found", transaction: transaction) > 0)
            {
                throw new BackupException(
                    $"The database is not empty: table {table} has rows. Add --replace to put the backup in its place; what it holds now is lost.");
            }
        }
    }

    private async Task DropAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var table in (await ExistingAsync(transaction, cancellationToken)).Reverse().Append("schema_version"))
        {
            await transaction.Connection!.ExecuteAsync($"DROP TABLE IF EXISTS {table}", transaction: transaction);
        }
    }

    /// <summary>Our tables that are there, at whatever version.</summary>
    private async Task<IReadOnlyList<string>> ExistingAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var present =
            (await transaction.Connection!.QueryAsync<string>(database.Dialect.TableNames, transaction: transaction)).ToHashSet(StringComparer.Ordinal);
        return [.. (await SchemaMigration.TablesAsync(SchemaMigration.Latest, cancellationToken)).Where(present.Contains)];
    }

    private async Task LoadAsync(DbTransaction transaction, ZipArchive zip, string table, BackupManifest manifest, CancellationToken cancellationToken)
    {
        var entry = zip.GetEntry($"{BackupManifest.Tables}{table}.jsonl") ?? throw new BackupException($"The backup is damaged: table {table} is missing.");
        int rows;
        await using (var lines = entry.Open())
        {
            try
            {
                rows = await TableRowsJson.ReadAsync(transaction, table, lines, cancellationToken);
            }
            catch (InvalidDataException broken)
            {
                throw new BackupException($"The backup is damaged: {broken.Message}");
            }
        }

        if (rows != manifest.Rows.GetValueOrDefault(table))
        {
            throw new BackupException(
                FormattableString.Invariant($"The backup is damaged: table {table} has {rows} rows instead of {manifest.Rows.GetValueOrDefault(table)}."));
        }

        if (database.Dialect.GoOnCounting.Length > 0)
        {
            foreach (var column in await transaction.Connection!.QueryAsync<string>(database.Dialect.CountedColumns, new { table }, transaction))
            {
                await transaction.Connection!.ExecuteAsync(
                    string.Format(System.Globalization.CultureInfo.InvariantCulture, database.Dialect.GoOnCounting, table, column), transaction: transaction);
            }
        }
    }

    private void RestoreSnapshots(ZipArchive zip)
    {
        PrivateFiles.CreateFolder(machine.SnapshotFolder);
        foreach (var entry in zip.Entries.Where(
            entry => entry.FullName.StartsWith(BackupManifest.SnapshotsFolder, StringComparison.Ordinal) && NameOf(entry).Length > 0))
        {
            entry.ExtractToFile(Path.Combine(machine.SnapshotFolder, NameOf(entry)), overwrite: true);
        }
    }

    /// <summary>By its last name alone, whichever system's marks it is written with: a zip made by others cannot write outside the folder.</summary>
    private static string NameOf(ZipArchiveEntry entry) =>
        entry.FullName[(entry.FullName.LastIndexOfAny(['/', '\\', ':']) + 1)..] is var name && name is "." or ".." ? "" : name;

    private static ZipArchive Open(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"{path} is no backup: {wrong.Message}");
        }
    }

    private static BackupManifest Manifest(ZipArchive zip, string path)
    {
        try
        {
            using var entry = (zip.GetEntry(BackupManifest.EntryName)
                ?? throw new BackupException($"{path} is a zip but no backup of this program: {BackupManifest.EntryName} is missing.")).Open();
            var manifest = JsonSerializer.Deserialize<BackupManifest>(entry, JsonSerializerOptions.Web)!;
            return manifest.Format > BackupManifest.KnownFormat || manifest.Schema > SchemaMigration.Latest
                ? throw new BackupException($"{path} was taken by a newer release. Install that release and restore with it.")
                : manifest;
        }
        catch (JsonException broken)
        {
            throw new BackupException($"{path} is damaged: {broken.Message}");
        }
    }
}
