namespace CcHc.Adapters.Storage.Outbox;

/// <summary>Why no letter leaves, and since when.</summary>
public sealed record HeldSince
{
    public DateTimeOffset Since { get; init; }
    /// <summary>English, for the administrator.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>The stop on all letters (tạm giữ thư): a flag in the database, so that it binds every dispatcher on it. A person lifts it, nothing else.</summary>
public sealed class LetterHold(Database database, TimeProvider clock)
{
    /// <returns>Null while letters may leave.</returns>
    public async Task<HeldSince?> ReadAsync(CancellationToken cancellationToken = default) =>
        await database.QuerySingleOrDefaultAsync<HeldSince>("SELECT since, reason FROM hold", cancellationToken);

    /// <summary>From the next letter on nothing leaves; a hold already there stays as it is.</summary>
    public async Task BeginAsync(string reason, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "INSERT INTO hold (id, since, reason) VALUES (1, @now, @reason) ON CONFLICT DO NOTHING", new { now = clock.GetUtcNow(), reason },
            cancellationToken);

    /// <returns>False when nothing was held.</returns>
    public async Task<bool> EndAsync(CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync("DELETE FROM hold", cancellationToken) == 1;
}
