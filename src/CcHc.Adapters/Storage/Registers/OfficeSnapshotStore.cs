using Dapper;

namespace CcHc.Adapters.Storage.Registers;

/// <summary>A board and when it was taken.</summary>
public sealed record StoredSnapshot(string Fingerprint, DateTimeOffset TakenAt, OfficeSnapshot Board);

/// <summary>Keeps the one board there is: whoever reads the office's workbooks replaces it.</summary>
public sealed class OfficeSnapshotStore(Database database, TimeProvider clock)
{
    /// <summary>Writes only what is new; the time it was taken is always renewed.</summary>
    /// <param name="fingerprint">The same for the same content.</param>
    public async Task PutAsync(string fingerprint, Func<OfficeSnapshot> board, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        if (await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE board SET taken_at = @now WHERE id = 1 AND fingerprint = @fingerprint", new { now, fingerprint },
            cancellationToken: cancellationToken)) == 0)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "INSERT INTO board (id, fingerprint, taken_at, content) VALUES (1, @fingerprint, @now, @content) ON CONFLICT (id) DO UPDATE SET fingerprint = @fingerprint, taken_at = @now, content = @content",
                new { fingerprint, now, content = StoredJson.Compress(board()) }, cancellationToken: cancellationToken));
        }
    }

    /// <returns>When and which; null before the first reading.</returns>
    public async Task<(string Fingerprint, DateTimeOffset TakenAt)?> StampAsync(CancellationToken cancellationToken = default)
    {
        return await database.QuerySingleOrDefaultAsync<(string Fingerprint, DateTimeOffset TakenAt)?>(
            "SELECT fingerprint, taken_at FROM board WHERE id = 1", cancellationToken);
    }

    public async Task<StoredSnapshot?> ReadAsync(CancellationToken cancellationToken = default)
    {
        var row = await database.QuerySingleOrDefaultAsync<(string Fingerprint, DateTimeOffset TakenAt, byte[] Content)?>(
            "SELECT fingerprint, taken_at, content FROM board WHERE id = 1", cancellationToken);
        return row is { } kept ? new StoredSnapshot(kept.Fingerprint, kept.TakenAt, StoredJson.Expand<OfficeSnapshot>(kept.Content)) : null;
    }
}
