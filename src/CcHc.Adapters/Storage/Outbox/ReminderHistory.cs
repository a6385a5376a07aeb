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
    public async Task<IReadOnlyList<PastReminder>> OfTaskAsync(string taskKey, CancellationToken cancellationToken = default)
    {
        var rows = await database.QueryAsync<Row>(
            """
            SELECT r.task_key, r.milestone_key, r.due, r.stage, r.agency_code, r.message_id, r.recorded_at, l.subject, d.id AS delivery_id, d.address, d.state, d.settled_at
            FROM reminder r JOIN letter l ON l.message_id = r.message_id JOIN delivery d ON d.message_id = r.message_id
            WHERE r.task_key = @taskKey
            ORDER BY r.recorded_at DESC, d.id DESC
            """,
            new { taskKey }, cancellationToken);
        return [.. rows.Select(row => row.ToPast())];
    }

    private sealed record Row
    {
        public string TaskKey { get; init; } = "";
        public string MilestoneKey { get; init; } = "";
        public DateOnly Due { get; init; }
        public string Stage { get; init; } = "";
        public string AgencyCode { get; init; } = "";
        public long DeliveryId { get; init; }
        public string MessageId { get; init; } = "";
        public DateTimeOffset RecordedAt { get; init; }
        public string Subject { get; init; } = "";
        public string Address { get; init; } = "";
        public string State { get; init; } = "";
        public DateTimeOffset? SettledAt { get; init; }

        public PastReminder ToPast() => new()
        {
            Key = new ReminderKey(TaskKey, MilestoneKey, Due, Stage, AgencyCode), DeliveryId = DeliveryId, MessageId = MessageId, RecordedAt = RecordedAt,
            Subject = Subject, Address = Address,
            State = DeliveryStates.Parse(State), SettledAt = SettledAt,
        };
    }
}
