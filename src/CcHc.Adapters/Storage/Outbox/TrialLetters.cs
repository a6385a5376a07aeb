using System.Data.Common;
using CcHc.Core.Reminders;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>A letter that went to the test address instead of its own.</summary>
public sealed record TrialLetter
{
    public string MessageId { get; init; } = "";
    public string Kind { get; init; } = "";
    public string AgencyCode { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Address { get; init; } = "";
    public string DeliveredTo { get; init; } = "";
    public DateTimeOffset SettledAt { get; init; }
}

/// <summary>Letters of the time of trial (thư gửi thử): nobody but the tester has them, so once real mail begins they do not count as sent.</summary>
public sealed class TrialLetters(Database database, TimeProvider clock)
{
    private const int IdsInOneStatement = 400;

    /// <summary>What follows a letter when it is put aside; such a letter is no letter of the trial any more.</summary>
    private const string Aside = "<trial.";

    /// <summary>Forms of a period that may still be open are sent to their agencies; older ones are put aside.</summary>
    private static readonly TimeSpan FormsAreGoodFor = TimeSpan.FromDays(60);

    private const string WentElsewhere = "state = 'sent' AND delivered_to IS NOT NULL AND lower(delivered_to) <> lower(address)";
    private const string WentHome = "state = 'sent' AND (delivered_to IS NULL OR lower(delivered_to) = lower(address))";

    /// <returns>Oldest first.</returns>
    public async Task<IReadOnlyList<TrialLetter>> ListAsync(CancellationToken cancellationToken = default) =>
        await database.QueryAsync<TrialLetter>(
            $"""
            SELECT l.message_id, l.kind, l.agency_code, l.subject, d.address, d.delivered_to, d.settled_at
            FROM delivery d JOIN letter l ON l.message_id = d.message_id
            WHERE {WentElsewhere} AND l.message_id NOT LIKE '{Aside}%' AND l.message_id NOT IN (SELECT message_id FROM delivery WHERE {WentHome})
            ORDER BY d.id
            """,
            cancellationToken);

    /// <summary>Whether any letter went to a test address and was not put aside since.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<long>(
            $"SELECT count(*) FROM (SELECT 1 FROM delivery WHERE {WentElsewhere} AND message_id NOT LIKE '{Aside}%' AND message_id NOT IN (SELECT message_id FROM delivery WHERE {WentHome}) LIMIT 1) one",
            cancellationToken) > 0;

    /// <summary>The reminders that stand in letters of the trial.</summary>
    public async Task<IReadOnlySet<ReminderKey>> RemindersAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var (put, _) = await IdsAsync(connection, null, cancellationToken);
        var keys = new HashSet<ReminderKey>();
        foreach (var of in put.Chunk(IdsInOneStatement).Select(ids => new SqlList(ids)))
        {
            keys.UnionWith(await connection.QueryAsync<ReminderKey>(new CommandDefinition(
                $"SELECT task_key, milestone_key, due, stage, agency_code FROM reminder WHERE message_id IN ({of.Names})", of.Values,
                cancellationToken: cancellationToken)));
        }

        return keys;
    }

    /// <summary>
    /// Ends the trial, whole or not at all: its letters are put aside and their reminders forgotten, so that each is written anew to its own agency; report
    /// forms are sent to their agencies as they are. A reminder in <paramref name="notNow"/> counts as sent: a person looks after it.
    /// </summary>
    /// <returns>Letters put aside, and forms queued.</returns>
    public async Task<(int PutAside, int Forms)> EndAsync(IReadOnlyCollection<ReminderKey> notNow, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (put, forms) = await IdsAsync(connection, transaction, cancellationToken);
        var aside = $"{Aside}{now.ToUnixTimeSeconds()}.";
        foreach (var ids in put.Chunk(IdsInOneStatement))
        {
            await PutAsideAsync(transaction, ids, aside, now);
        }

        foreach (var of in forms.Chunk(IdsInOneStatement).Select(ids => new SqlList(ids)))
        {
            of.Values.Add("now", now);
            await connection.ExecuteAsync(
                $"UPDATE delivery SET state = 'queued', attempts = 0, unknowns = 0, next_attempt_at = @now, settled_at = NULL, delivered_to = NULL, claim = NULL, claimed_until = NULL WHERE message_id IN ({of.Names})",
                of.Values, transaction);
        }

        await LeaveAsync(transaction, notNow, now);
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return (put.Count, forms.Count);
    }

    /// <summary>These count as reminded at their present stage although nobody was mailed: a person looks after them.</summary>
    public async Task LeaveToOfficerAsync(IReadOnlyCollection<ReminderKey> notNow, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LeaveAsync(transaction, notNow, clock.GetUtcNow());
        await transaction.CommitOrSayWhyAsync(cancellationToken);
    }

    /// <summary>How many deliveries went to a test address, those put aside since among them.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<int>($"SELECT count(*) FROM delivery WHERE {WentElsewhere}", cancellationToken);

    private static async Task LeaveAsync(DbTransaction transaction, IReadOnlyCollection<ReminderKey> notNow, DateTimeOffset now)
    {
        if (notNow.Count > 0)
        {
            var messageId = $"<go-live.{Guid.NewGuid():N}@cchc>";
            await transaction.Connection!.ExecuteAsync(
                "INSERT INTO letter (message_id, kind, agency_code, subject, html, text, created_at) VALUES (@messageId, 'go-live', '', 'Quá hạn lâu khi bắt đầu gửi thật: để chuyên viên xem', '', '', @now)",
                new { messageId, now }, transaction);
            await ReminderRows.InsertAsync(transaction, [.. notNow.Distinct()], messageId, now);
        }
    }

    /// <summary>Also those not sent yet: written for the tester, they must not reach an agency days later.</summary>
    private async Task<(IReadOnlyList<string> Put, IReadOnlyList<string> Forms)> IdsAsync(DbConnection connection, DbTransaction? transaction,
        CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<(string Id, string Kind, DateTimeOffset At)>(new CommandDefinition(
            $"""
            SELECT message_id, kind, created_at FROM letter
            WHERE message_id NOT LIKE '{Aside}%' AND message_id NOT IN (SELECT message_id FROM delivery WHERE {WentHome})
                AND message_id IN (SELECT message_id FROM delivery WHERE ({WentElsewhere}) OR settled_at IS NULL)
            """,
            transaction: transaction, cancellationToken: cancellationToken));
        var isForm = rows.ToLookup(row => row.Kind == "report-form" && clock.GetUtcNow() - row.At < FormsAreGoodFor, row => row.Id);
        return ([.. isForm[false]], [.. isForm[true]]);
    }

    private static async Task PutAsideAsync(DbTransaction transaction, string[] ids, string aside, DateTimeOffset now)
    {
        var connection = transaction.Connection!;
        var of = new SqlList(ids);
        var (values, names) = (of.Values, of.Names);
        values.Add("aside", aside);
        values.Add("now", now);
        await connection.ExecuteAsync(
            $"INSERT INTO letter (message_id, kind, agency_code, run_id, subject, html, text, words, created_at) SELECT @aside || substr(message_id, 2), kind, agency_code, run_id, subject, html, text, words, created_at FROM letter WHERE message_id IN ({names})",
            values, transaction);
        await connection.ExecuteAsync($"UPDATE letter_attachment SET message_id = @aside || substr(message_id, 2) WHERE message_id IN ({names})", values,
            transaction);
        await connection.ExecuteAsync(
            $"UPDATE delivery SET state = 'held', settled_at = @now, claim = NULL, claimed_until = NULL, last_error = 'Written on trial and not sent; written anew since.' WHERE message_id IN ({names}) AND settled_at IS NULL",
            values, transaction);
        await connection.ExecuteAsync($"UPDATE delivery SET message_id = @aside || substr(message_id, 2) WHERE message_id IN ({names})", values, transaction);
        await connection.ExecuteAsync($"DELETE FROM reminder WHERE message_id IN ({names})", values, transaction);
        await connection.ExecuteAsync($"DELETE FROM letter WHERE message_id IN ({names})", values, transaction);
    }
}
