using CcHc.Core.Reminders;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>A reminder that was recorded, the letter that carries it, and what became of that letter at one address.</summary>
public sealed record PastReminder
{
    public required ReminderKey Key { get; init; }
    public long DeliveryId { get; init; }
    public required string MessageId { get; init; }
    public required string Subject { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public required string Address { get; init; }
    public required DeliveryState State { get; init; }
    /// <summary>When it was sent or given up; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; init; }
}

/// <summary>Who was reminded of a task when (lịch sử nhắc việc).</summary>
public sealed class ReminderHistory(Database database)
{
    /// <returns>Newest first; a letter to two addresses is two entries.</returns>
    public Task<IReadOnlyList<PastReminder>> OfTaskAsync(string taskKey, CancellationToken cancellationToken = default) =>
        database.QueryAsync<ReminderKey, PastReminder, PastReminder>(
            $"""
            SELECT r.task_key, r.milestone_key, r.due, r.stage, r.agency_code,
                d.id AS delivery_id, r.message_id, r.recorded_at, l.subject, d.address, {StoredEnum.Column("d.state")}, d.settled_at
            FROM reminder r JOIN letter l ON l.message_id = r.message_id JOIN delivery d ON d.message_id = r.message_id
            WHERE r.task_key = @taskKey
            ORDER BY r.recorded_at DESC, d.id DESC
            """,
            (key, past) => past with { Key = key }, "delivery_id", new { taskKey }, cancellationToken);
}
