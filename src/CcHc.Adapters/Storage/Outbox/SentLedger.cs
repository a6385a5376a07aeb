using CcHc.Core.Reminders;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>The reminders already recorded (sổ nhắc việc): each belongs to a letter in the outbox, whatever became of that letter.</summary>
public sealed class SentLedger(Database database)
{
    /// <param name="dueFrom">Leaves out reminders of earlier due days; null reads all.</param>
    public async Task<IReadOnlySet<ReminderKey>> ReadAsync(DateOnly? dueFrom = null, CancellationToken cancellationToken = default)
    {
        var keys = await database.QueryAsync<ReminderKey>(
            "SELECT task_key, milestone_key, due, stage, agency_code FROM reminder WHERE due >= @from",
            new { from = dueFrom ?? DateOnly.MinValue },
            cancellationToken);
        return keys.ToHashSet();
    }

    /// <returns>Another one as soon as a reminder was recorded since.</returns>
    public async Task<string> StampAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var (count, latest) = await connection.QuerySingleAsync<(long Count, string? Latest)>(new CommandDefinition(
            "SELECT count(*), CAST(max(recorded_at) AS text) FROM reminder", cancellationToken: cancellationToken));
        return FormattableString.Invariant($"{count} {latest}");
    }
}
