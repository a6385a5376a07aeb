namespace CcHc.Adapters.Storage.Outbox;

/// <summary>Letters nobody has tried yet although it is time (hàng đợi).</summary>
public sealed record UntriedMail
{
    public DateTimeOffset Since { get; init; }
    public int Letters { get; init; }
}

public sealed partial class OutboxStore
{
    /// <returns>Null when none waits.</returns>
    public async Task<UntriedMail?> UntriedAsync(CancellationToken cancellationToken = default) =>
        await database.QuerySingleOrDefaultAsync<UntriedMail>(
            """
            SELECT queued_at AS since, (SELECT count(*) FROM delivery waiting WHERE waiting.state = 'queued' AND waiting.next_attempt_at <= @now) AS letters
            FROM delivery WHERE state = 'queued' AND next_attempt_at <= @now ORDER BY queued_at, id LIMIT 1
            """,
            new { now = clock.GetUtcNow() }, cancellationToken);
}
