using System.Security.Cryptography;
using CcHc.Adapters.Files;

namespace CcHc.Adapters.Storage.Registers;

/// <summary>The last good reading of one register: enough to tell whether the file changed, and to go on while it cannot be read.</summary>
public sealed record RegisterSnapshot
{
    /// <summary>Relative to the shared folder, forward slashes.</summary>
    public required string Path { get; init; }
    /// <summary>SHA-256 of the bytes read, lower-case hex.</summary>
    public required string Hash { get; init; }
    public long Size { get; init; }
    public DateTimeOffset ModifiedAt { get; init; }
    public DateTimeOffset ReadAt { get; init; }
    public int Tasks { get; init; }
    /// <summary>Since when the file has been missing or unreadable; null while all is well.</summary>
    public DateTimeOffset? MissingSince { get; init; }
}

/// <summary>The last good reading of every register (giá sổ theo dõi), with a copy of its bytes under snapshots/.</summary>
/// <param name="dataFolder">Ours; never the shared folder.</param>
public sealed class RegisterSnapshots(Database database, string dataFolder)
{
    private const string Columns = "path, hash, size, modified_at, read_at, tasks, missing_since";

    public async Task<IReadOnlyList<RegisterSnapshot>> ListAsync(CancellationToken cancellationToken = default)
    {
        var shelved = await database.QueryAsync<RegisterSnapshot>($"SELECT {Columns} FROM register_reading", cancellationToken);
        return [.. shelved.OrderBy(register => register.Path, StringComparer.Ordinal)];
    }

    public async Task<RegisterSnapshot?> FindAsync(string path, CancellationToken cancellationToken = default) =>
        await database.QuerySingleOrDefaultAsync<RegisterSnapshot>(
            $"SELECT {Columns} FROM register_reading WHERE path = @path", new { path }, cancellationToken);

    /// <summary>Keeps a good reading in place of the earlier one. The bytes are on the shelf before the row that names them.</summary>
    /// <param name="content">The private copy that was read; its bytes must hash to <see cref="RegisterSnapshot.Hash"/>.</param>
    /// <exception cref="ArgumentException">The bytes are not those of the reading.</exception>
    public async Task PutAsync(RegisterSnapshot register, Stream content, CancellationToken cancellationToken = default)
    {
        await KeepSnapshotAsync(register, content, cancellationToken);
        await database.ExecuteAsync(
            """
            INSERT INTO register_reading (path, hash, size, modified_at, read_at, tasks, missing_since)
            VALUES (@Path, @Hash, @Size, @ModifiedAt, @ReadAt, @Tasks, NULL)
            ON CONFLICT (path) DO UPDATE SET hash = @Hash, size = @Size, modified_at = @ModifiedAt, read_at = @ReadAt, tasks = @Tasks, missing_since = NULL
            """,
            register,
            cancellationToken);
    }

    /// <summary>Remembers that a register is missing or unreadable; the first time counts.</summary>
    public async Task MarkMissingAsync(string path, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "UPDATE register_reading SET missing_since = @since WHERE path = @path AND missing_since IS NULL", new { path, since }, cancellationToken);

    /// <summary>A register the office took away on purpose; its snapshot goes with the next <see cref="SweepAsync"/>.</summary>
    public async Task RemoveAsync(string path, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync("DELETE FROM register_reading WHERE path = @path", new { path }, cancellationToken);

    /// <summary>Where the bytes of a reading are kept.</summary>
    public string SnapshotPath(RegisterSnapshot register) =>
        Path.Combine(Folder, register.Hash + Path.GetExtension(register.Path.TrimEnd()).ToLowerInvariant());

    /// <summary>Deletes snapshots no reading names any more.</summary>
    /// <param name="olderThan">Younger files stay: a reading just being put down has its bytes on the shelf before its row.</param>
    /// <returns>How many were deleted.</returns>
    public async Task<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancellationToken = default)
    {
        if (!Directory.Exists(Folder))
        {
            return 0;
        }

        var named = (await ListAsync(cancellationToken)).Select(SnapshotPath).ToHashSet(StringComparer.Ordinal);
        var unnamed = Directory.EnumerateFiles(Folder).Where(file => !named.Contains(file) && File.GetLastWriteTimeUtc(file) < olderThan.UtcDateTime).ToList();
        unnamed.ForEach(File.Delete);
        return unnamed.Count;
    }

    private string Folder { get; } = Path.Combine(Path.GetFullPath(dataFolder), "snapshots");

    private async Task KeepSnapshotAsync(RegisterSnapshot register, Stream content, CancellationToken cancellationToken)
    {
        var target = SnapshotPath(register);
        if (File.Exists(target))
        {
            // Young again, so that a sweep running now leaves it.
            File.SetLastWriteTimeUtc(target, register.ReadAt.UtcDateTime);
            return;
        }

        PrivateFiles.CreateFolder(Folder);
        var unfinished = Path.Combine(Folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var file = File.Create(unfinished))
            {
                await content.CopyToAsync(file, cancellationToken);
                file.Position = 0;
                var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
                if (hash != register.Hash)
                {
                    throw new ArgumentException($"The bytes of {register.Path} hash to {hash}, the reading says {register.Hash}.", nameof(content));
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
