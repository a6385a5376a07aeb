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
    private const string Reminders = "reminder r JOIN delivery d ON d.message_id = r.message_id WHERE r.task_key = @taskKey";

    /// <returns>Newest first; a letter to two addresses is two entries.</returns>
    public Task<IReadOnlyList<PastReminder>> OfTaskAsync(string taskKey, int limit = int.MaxValue, CancellationToken cancellationToken = default) =>
        database.QueryAsync<ReminderKey, PastReminder, PastReminder>(
            $"""
            SELECT one.task_key, one.milestone_key, one.due, one.stage, one.agency_code,
                one.delivery_id, one.message_id, one.recorded_at, l.subject, one.address, one.state, one.settled_at
            FROM (
                SELECT r.*, d.id AS delivery_id, d.address, {StoredEnum.Column("d.state")}, d.settled_at FROM {Reminders}
                ORDER BY r.recorded_at DESC, d.id DESC
                LIMIT @limit
            ) one JOIN letter l ON l.message_id = one.message_id
            ORDER BY one.recorded_at DESC, one.delivery_id DESC
            """,
            (key, past) => past with { Key = key }, "delivery_id", new { taskKey, limit }, cancellationToken);

    /// <summary>How many entries <see cref="OfTaskAsync"/> has in all.</summary>
    public Task<int> CountOfTaskAsync(string taskKey, CancellationToken cancellationToken = default) =>
        database.ExecuteScalarAsync<int>($"SELECT count(*) FROM {Reminders}", new { taskKey }, cancellationToken);
}
