namespace CcHc.Adapters.Storage.Outbox;

public sealed partial class OutboxStore
{
    /// <summary>
    /// A person lets a held, refused or doubtful delivery go out after all, as if queued now. Of a doubtful one it stays known that it may arrive twice.
    /// </summary>
    /// <returns>False when it is in another state, or so old that its words were cleared away.</returns>
    public async Task<bool> QueueAgainAsync(long deliveryId, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "UPDATE delivery SET state = 'queued', claim = NULL, settled_at = NULL, queued_at = @now, next_attempt_at = @now WHERE id = @deliveryId AND state IN ('held', 'refused', 'unknown') "
            + "AND EXISTS (SELECT 1 FROM letter l WHERE l.message_id = delivery.message_id AND (l.html <> '' OR l.words IS NOT NULL))",
            new { deliveryId, now = clock.GetUtcNow() },
            cancellationToken) == 1;

    /// <summary>A person stops a delivery that would leave by itself.</summary>
    /// <param name="why">English, with who it was.</param>
    /// <returns>False when it is being sent right now, or waits no longer.</returns>
    public async Task<bool> HoldAsync(long deliveryId, string why, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "UPDATE delivery SET state = 'held', settled_at = @now, last_error = @why WHERE id = @deliveryId AND state IN ('queued', 'try_later', 'unknown')",
            new { deliveryId, why = StorableText.Of(why), now = clock.GetUtcNow() },
            cancellationToken) == 1;
}
