using System.Runtime.InteropServices;
using CcHc.Core.Reminders;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>The reminders already recorded (sổ nhắc việc): each belongs to a letter in the outbox, whatever became of that letter.</summary>
public sealed class SentLedger(Database database)
{
    /// <param name="dueFrom">Leaves out reminders of earlier due days; null reads all.</param>
    public Task<IReadOnlySet<ReminderKey>> ReadAsync(DateOnly? dueFrom = null, CancellationToken cancellationToken = default) =>
        KeysAsync("due >= @from", new { from = dueFrom ?? DateOnly.MinValue }, cancellationToken);

    /// <summary>Those of one task to some agencies.</summary>
    /// <param name="agencyCodes">As many as a statement may well name.</param>
    public Task<IReadOnlySet<ReminderKey>> OfTaskAsync(string taskKey, IReadOnlyList<string> agencyCodes, CancellationToken cancellationToken = default)
    {
        var wanted = new SqlList(agencyCodes);
        wanted.Values.Add("taskKey", taskKey);
        return KeysAsync($"task_key = @taskKey AND agency_code IN ({wanted.Names})", wanted.Values, cancellationToken);
    }

    private async Task<IReadOnlySet<ReminderKey>> KeysAsync(string which, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        // A year of a country's reminders names the same few thousand tasks, milestones, stages and agencies hundreds of thousands of times.
        var (sent, shared) = (new HashSet<ReminderKey>(), new Dictionary<string, string>(StringComparer.Ordinal));
        await foreach (var key in connection.QueryUnbufferedAsync<ReminderKey>(
            $"SELECT task_key, milestone_key, due, stage, agency_code FROM reminder WHERE {which}", values).WithCancellation(cancellationToken))
        {
            sent.Add(new ReminderKey(One(key.TaskKey), One(key.MilestoneKey), key.Due, One(key.Stage), One(key.AgencyCode)));
        }

        sent.TrimExcess();
        return sent;

        string One(string text)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(shared, text, out _);
            return known ??= text;
        }
    }

    /// <summary>Those whose letter was refused or came back from every address it went to, and was not sent on to another.</summary>
    public async Task<IReadOnlySet<ReminderKey>> UndeliveredAsync(CancellationToken cancellationToken = default)
    {
        var keys = await database.QueryAsync<ReminderKey>(
            """
            SELECT r.task_key, r.milestone_key, r.due, r.stage, r.agency_code FROM reminder r
            WHERE r.message_id IN (SELECT message_id FROM delivery WHERE bounced_at IS NOT NULL OR state = 'refused')
                AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.message_id = r.message_id AND d.bounced_at IS NULL AND d.state <> 'refused')
            """,
            cancellationToken);
        return keys.ToHashSet();
    }

    /// <summary>
    /// Those of <see cref="ReadAsync"/> without those of <see cref="UndeliveredAsync"/>: what an agency may be said to have been reminded of.
    /// </summary>
    public async Task<IReadOnlySet<ReminderKey>> ReachedAsync(CancellationToken cancellationToken = default)
    {
        var undelivered = await UndeliveredAsync(cancellationToken);
        return (await ReadAsync(cancellationToken: cancellationToken)).Where(key => !undelivered.Contains(key)).ToHashSet();
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
