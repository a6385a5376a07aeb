using CcHc.Core.Reminders;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>Mail that does not get through: since when nothing at all does, and what the server said last.</summary>
public sealed record StuckMail
{
    public DateTimeOffset Since { get; init; }
    public int Letters { get; init; }
    public string LastError { get; init; } = "";
}

/// <summary>An address of the directory that the mail server would not take (địa chỉ bị từ chối).</summary>
public sealed record RefusedAddress
{
    public string AgencyCode { get; init; } = "";
    public string Address { get; init; } = "";
    /// <summary>Not refused but given up after several attempts: busy too long, or the outcome could not be learnt.</summary>
    public bool IsHeld { get; init; }
    /// <summary>The server's own words.</summary>
    public string Error { get; init; } = "";
    public DateTimeOffset SettledAt { get; init; }
}

public sealed partial class OutboxStore
{
    /// <summary>Null while any letter got through after the oldest waiting one was queued: then the fault is an address's, not the way's.</summary>
    public async Task<StuckMail?> StuckAsync(CancellationToken cancellationToken = default) =>
        await database.QuerySingleOrDefaultAsync<StuckMail>(
            """
            SELECT queued_at AS since, (SELECT count(*) FROM delivery waiting WHERE waiting.state = 'try_later') AS letters, coalesce(last_error, '') AS last_error
            FROM delivery oldest
            WHERE state = 'try_later' AND NOT EXISTS (SELECT 1 FROM delivery sent WHERE sent.state = 'sent' AND sent.settled_at > oldest.queued_at)
            ORDER BY queued_at, id LIMIT 1
            """,
            cancellationToken);

    /// <summary>Addresses whose latest letter to an agency ended unsent or came back; one that took a letter since is not among them.</summary>
    public Task<IReadOnlyList<RefusedAddress>> RefusedAddressesAsync(CancellationToken cancellationToken = default) =>
        database.QueryAsync<RefusedAddress>(
            $"""
            SELECT l.agency_code, d.address, CASE WHEN d.state = 'held' THEN 1 ELSE 0 END AS is_held, coalesce(d.bounce, d.last_error, '') AS error, coalesce(d.bounced_at, d.settled_at) AS settled_at
            FROM delivery d JOIN letter l ON l.message_id = d.message_id
            WHERE (d.bounced_at IS NOT NULL OR d.state = 'refused' OR (d.state = 'held' AND d.attempts > 1 AND coalesce(d.wait_cause, '') NOT IN ('{DeliveryStates.Unfit}', {DeliveryStates.OurCauses}))) AND l.agency_code <> ''
                AND NOT EXISTS (SELECT 1 FROM delivery later WHERE later.address = d.address AND later.settled_at IS NOT NULL AND later.id <> d.id
                    AND (later.settled_at > d.settled_at OR (later.settled_at = d.settled_at AND later.id > d.id)))
            ORDER BY l.agency_code, d.address
            """,
            cancellationToken);

    /// <summary>Deliveries queued since then, by state; a state without any is left out.</summary>
    public async Task<IReadOnlyDictionary<DeliveryState, int>> CountSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var counts = await connection.QueryAsync<(string State, long Count)>(new CommandDefinition(
            "SELECT state, count(*) FROM delivery WHERE queued_at >= @since OR settled_at >= @since OR settled_at IS NULL GROUP BY state", new { since },
            cancellationToken: cancellationToken));
        return counts.ToDictionary(line => DeliveryStates.Parse(line.State), line => (int)line.Count);
    }

    /// <summary>
    /// Empties letters that were written before then and are settled for every address; their subjects, addresses, outcomes and reminders stay.
    /// </summary>
    /// <returns>How many letters were emptied.</returns>
    public async Task<int> ForgetWordsAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        const string Old =
            """
            created_at < @before AND NOT EXISTS (
                SELECT 1 FROM delivery d WHERE d.message_id = letter.message_id AND (d.settled_at IS NULL OR d.settled_at >= @before))
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            $"DELETE FROM letter_attachment WHERE message_id IN (SELECT message_id FROM letter WHERE {Old})", new { before }, transaction,
            cancellationToken: cancellationToken));
        var emptied = await connection.ExecuteAsync(new CommandDefinition(
            $"UPDATE letter SET html = '', text = '', words = NULL WHERE (html <> '' OR text <> '' OR words IS NOT NULL) AND {Old}", new { before },
            transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(ForgetPieces, new { before }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return emptied;
    }

    /// <summary>A piece is as young as the youngest letter that has it, so what is older than every letter made of pieces is of no letter any more.</summary>
    private const string ForgetPieces =
        """
        DELETE FROM letter_piece WHERE used_at < coalesce(
            (SELECT min(created_at) FROM letter WHERE words IS NOT NULL OR EXISTS (SELECT 1 FROM letter_attachment a WHERE a.message_id = letter.message_id AND a.pieces IS NOT NULL)), @before)
        """;

    /// <summary>
    /// Takes what waits and what is planned for sent: a restored ledger does not know what left after its backup. Waiting letters become held; the reminders
    /// are recorded under an entry of their own that has no addressee.
    /// </summary>
    public async Task CountAsSentAsync(IReadOnlyCollection<ReminderKey> reminders, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var messageId = $"<as-sent.{Guid.NewGuid():N}@cchc>";
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE delivery SET state = 'held', settled_at = @now, claimed_until = NULL, last_error = 'Not sent: it may have left before the restore.' WHERE settled_at IS NULL",
            new { now }, transaction, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO letter (message_id, kind, agency_code, subject, html, text, created_at) VALUES (@messageId, 'as-sent', '', 'Coi như đã gửi trước khi khôi phục', '', '', @now)",
            new { messageId, now }, transaction, cancellationToken: cancellationToken));
        await ReminderRows.InsertAsync(transaction, [.. reminders.Distinct()], messageId, now);
        await transaction.CommitOrSayWhyAsync(cancellationToken);
    }
}
