using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

public sealed partial class OutboxStore
{
    /// <summary>How many deliveries stand in each state; a state without any is left out.</summary>
    public async Task<IReadOnlyDictionary<DeliveryState, int>> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var counts = await connection.QueryAsync<(string State, long Count)>(
            new CommandDefinition("SELECT state, count(*) FROM delivery GROUP BY state", cancellationToken: cancellationToken));
        return counts.ToDictionary(line => DeliveryStates.Parse(line.State), line => (int)line.Count);
    }

    /// <summary>The latest deliveries, newest first.</summary>
    /// <param name="state">Null lists every state.</param>
    public async Task<IReadOnlyList<DeliverySummary>> ListAsync(DeliveryState? state = null, int limit = 200, CancellationToken cancellationToken = default) =>
        await ListAsync($"{(state is null ? "" : "WHERE d.state = @state")} ORDER BY d.id DESC LIMIT @limit", new { state = state?.Code(), limit },
            cancellationToken);

    /// <summary>Every delivery that may still leave by itself, in the order it was queued.</summary>
    public async Task<IReadOnlyList<DeliverySummary>> ListWaitingAsync(CancellationToken cancellationToken = default) =>
        await ListAsync("WHERE d.settled_at IS NULL ORDER BY d.id", new { }, cancellationToken);

    private Task<IReadOnlyList<DeliverySummary>> ListAsync(string which, object values, CancellationToken cancellationToken) =>
        SummariesAsync($"SELECT {SummaryColumns} FROM delivery d JOIN letter l ON l.message_id = d.message_id {which}", values, cancellationToken);

    private static readonly string SummaryColumns =
        "d.id, d.message_id, l.kind, l.agency_code, l.run_id, l.subject, d.address, d.attempts, d.unknowns, d.queued_at, d.next_attempt_at, d.settled_at, "
        + $"d.delivered_to, d.last_error, {StoredEnum.Column("d.state")}";

    private Task<IReadOnlyList<DeliverySummary>> SummariesAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.QueryAsync<DeliverySummary>(sql, values, cancellationToken);
}
