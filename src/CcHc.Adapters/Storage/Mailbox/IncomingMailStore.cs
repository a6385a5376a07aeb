using System.Text.Json;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Mail.Incoming;
using Dapper;

namespace CcHc.Adapters.Storage.Mailbox;

/// <summary>Messages of the mailbox and what became of them (sổ thư đến). Each is decided once, whatever crashes between.</summary>
public sealed class IncomingMailStore(Database database, TimeProvider clock)
{
    private static readonly string Columns = StoredEnum.Column("m.fate")
        + ", m.id, m.message_id, m.received_at, m.from_address, m.subject, m.agency_code, m.reason, m.words, m.letter_id, m.is_answered, m.seen_by, "
        + "coalesce(l.subject, '') AS letter_subject, coalesce((SELECT min(d.id) FROM delivery d WHERE d.message_id = m.letter_id), 0) AS letter_delivery";

    private const string Source = "incoming_mail m LEFT JOIN letter l ON l.message_id = m.letter_id";

    /// <returns>What was decided of this very message; null when nothing was.</returns>
    public async Task<IncomingFate?> FindFateAsync(IncomingMail mail, CancellationToken cancellationToken = default)
    {
        var code = await database.QueryFirstOrDefaultAsync<string>(
            "SELECT fate FROM incoming_mail WHERE message_id = @MessageId AND hash = @Hash", new { mail.MessageId, mail.Hash }, cancellationToken);
        return code is null ? null : StoredEnum.Parse<IncomingFate>(code);
    }

    /// <summary>Counts a try to read a message, before it is opened.</summary>
    /// <returns>How many tries there were, this one included.</returns>
    public async Task<int> TryAsync(string rawHash, CancellationToken cancellationToken = default) =>
        await database.QuerySingleAsync<int>(
            "INSERT INTO incoming_try (raw_hash, tries) VALUES (@rawHash, 1) ON CONFLICT (raw_hash) DO UPDATE SET tries = incoming_try.tries + 1 RETURNING tries", new { rawHash }, cancellationToken);

    /// <summary>Forgets the tries once the message lies in its folder.</summary>
    public async Task DoneAsync(string rawHash, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync("DELETE FROM incoming_try WHERE raw_hash = @rawHash", new { rawHash }, cancellationToken);

    /// <summary>Of these Message-IDs the first that is a letter of ours; null when none is.</summary>
    public async Task<string?> LetterAsync(IReadOnlyList<string> messageIds, CancellationToken cancellationToken = default)
    {
        if (messageIds.Count == 0)
        {
            return null;
        }

        var asked = new SqlList(messageIds);
        var known = (await database.QueryAsync<string>($"SELECT message_id FROM letter WHERE message_id IN ({asked.Names})", asked.Values, cancellationToken))
            .ToHashSet(StringComparer.Ordinal);
        return messageIds.FirstOrDefault(known.Contains);
    }

    /// <summary>How many messages of an address were answered since then.</summary>
    public async Task<int> AnsweredSinceAsync(string address, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<int>(
            "SELECT count(*) FROM incoming_mail WHERE from_address = @address AND received_at >= @since AND is_answered = 1", new { address, since },
            cancellationToken);

    /// <summary>Records a message with everything it brings, all or nothing.</summary>
    /// <returns>How many answers it adds; null when this very message was decided before, and nothing is changed.</returns>
    public async Task<int?> DecideAsync(IncomingDecision decision, CancellationToken cancellationToken = default)
    {
        var (mail, now) = (decision.Mail, clock.GetUtcNow());
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AnswerStore.LockAsync(transaction, database.Dialect, cancellationToken);
        var id = await connection.QueryFirstOrDefaultAsync<long?>(
            """
            INSERT INTO incoming_mail (message_id, hash, received_at, sent_at, from_address, subject, agency_code, fate, reason, words, letter_id, is_answered)
            VALUES (@MessageId, @Hash, @now, @SentAt, @from, @subject, @AgencyCode, @fate, @reason, @words, @LetterId, @answered)
            ON CONFLICT DO NOTHING RETURNING id
            """,
            new
            {
                MessageId = StorableText.Of(mail.MessageId), mail.Hash, now, mail.SentAt, from = StorableText.Of(string.Join(", ", mail.From)),
                subject = StorableText.Of(mail.Subject), decision.AgencyCode,
                fate = StoredEnum.Code(decision.Fate), reason = StorableText.Of(decision.Reason), words = StorableText.Of(mail.Text), decision.LetterId,
                answered = decision.IsAnswered ? 1 : 0,
            },
            transaction);
        if (id is null)
        {
            return null;
        }

        await connection.ExecuteAsync(
            "INSERT INTO incoming_file (mail_id, position, file_name, media_type, became, content) VALUES (@id, @position, @name, @type, @became, @Bytes)",
            decision.Files.Select(
                (file, position) => new { id, position, name = StorableText.Of(file.File.Name), type = StorableText.Of(file.File.MediaType),
                    became = StorableText.Of(file.Became), file.File.Bytes }), transaction);
        var added = 0;
        foreach (var (file, bytes) in decision.Answers)
        {
            added += await AnswerStore.AddAsync(transaction, file, bytes);
        }

        foreach (var (file, bytes) in decision.Reports)
        {
            await SubmittedFiles.AddAsync(transaction, file, bytes, now);
        }

        foreach (var (paper, bytes) in decision.Papers)
        {
            await ReportPapers.AddAsync(transaction, paper, bytes);
        }

        foreach (var bounce in decision.Bounces)
        {
            await OutboxBounces.MarkAsync(transaction, decision.LetterId, bounce, now);
        }

        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return added;
    }

    /// <param name="waitingOnly">Only what nobody has looked at yet and somebody should.</param>
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<IncomingEntry>> ListAsync(bool waitingOnly, int skip = 0, int limit = 100, CancellationToken cancellationToken = default)
    {
        return await database.QueryAsync<IncomingEntry>(
            $"SELECT {Columns} FROM {Source} {(waitingOnly ? $"WHERE m.seen_by = '' AND m.fate IN ({Waiting})" : "")} ORDER BY m.id DESC LIMIT @limit OFFSET @skip", new { limit, skip }, cancellationToken);
    }

    public async Task<int> CountAsync(bool waitingOnly, CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<int>($"SELECT count(*) FROM incoming_mail {(waitingOnly ? $"WHERE seen_by = '' AND fate IN ({Waiting})" : "")}",
            cancellationToken);

    /// <returns>Null when there is no such message.</returns>
    public async Task<(IncomingEntry Mail, IReadOnlyList<IncomingFileEntry> Files)?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var entry = await connection.QuerySingleOrDefaultAsync<IncomingEntry>(
            new CommandDefinition($"SELECT {Columns} FROM {Source} WHERE m.id = @id", new { id }, cancellationToken: cancellationToken));
        var files = await connection.QueryAsync<IncomingFileEntry>(new CommandDefinition(
            "SELECT position, file_name, media_type, became, length(content) AS size FROM incoming_file WHERE mail_id = @id ORDER BY position", new { id },
            cancellationToken: cancellationToken));
        return entry is null ? null : (entry, [.. files]);
    }

    /// <returns>Null when there is no such file.</returns>
    public async Task<IncomingFile?> FileAsync(long id, int position, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<(string Name, string Type, byte[] Bytes)?>(new CommandDefinition(
            "SELECT file_name, media_type, content FROM incoming_file WHERE mail_id = @id AND position = @position", new { id, position },
            cancellationToken: cancellationToken));
        return row is { } found ? new IncomingFile(found.Name, found.Type, found.Bytes) : null;
    }

    /// <summary>Remembers who looked at a message.</summary>
    public async Task<bool> SeenAsync(long id, string person, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "UPDATE incoming_mail SET seen_by = @person, seen_at = @now WHERE id = @id AND seen_by = ''", new { id, person, now = clock.GetUtcNow() },
            cancellationToken) == 1;

    private static readonly string Waiting =
        string.Join(", ", Enum.GetValues<IncomingFate>().Where(fate => fate.WaitsForPerson()).Select(fate => $"'{StoredEnum.Code(fate)}'"));
}
