using System.Data.Common;
using CcHc.Adapters.Files;
using CcHc.Core.Mail;
using CcHc.Core.Reminders;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>
/// Letters waiting to be sent and what became of them (hộp thư đi). A letter and its reminders are recorded together before anything is sent.
/// </summary>
public sealed partial class OutboxStore(Database database, TimeProvider clock)
{
    /// <summary>
    /// Records the letter whole or not at all: not when one of its reminders, or its Message-ID, is recorded already. Two workers may try at once.
    /// </summary>
    /// <exception cref="ArgumentException">The Message-ID is malformed or the letter has no addressee.</exception>
    public async Task<QueueResult> QueueAsync(
        OutgoingMail mail, LetterInfo info, IReadOnlyCollection<ReminderKey> reminders, CancellationToken cancellationToken = default) =>
        await QueueAsync(mail, info, reminders, null, cancellationToken);

    /// <param name="beside">Goes with it or not at all; one with a known Message-ID is left as it is.</param>
    public async Task<QueueResult> QueueAsync(
        OutgoingMail mail, LetterInfo info, IReadOnlyCollection<ReminderKey> reminders, ReminderLetterToQueue? beside,
        CancellationToken cancellationToken = default)
    {
        var letter = LetterToQueue.Whole(new ReminderLetterToQueue(mail, info), reminders, beside);
        Check(letter);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await RecordAsync(transaction, letter, clock.GetUtcNow());
        if (result.IsQueued)
        {
            await transaction.CommitOrSayWhyAsync(cancellationToken);
        }

        return result;
    }

    /// <summary>The letter, its reminders and what goes with it; of one that is not queued the caller takes everything back.</summary>
    private static async Task<QueueResult> RecordAsync(DbTransaction transaction, LetterToQueue letter, DateTimeOffset now)
    {
        var mail = letter.Letter.Mail;
        if (await InsertLetterAsync(transaction, mail, letter.Cut, letter.Letter.Info, now) == 0)
        {
            return new QueueResult(false, []);
        }

        if (await ReminderRows.InsertAsync(transaction, letter.Reminders, mail.MessageId, now) < letter.Reminders.Count)
        {
            return new QueueResult(false, await ReminderRows.TakenByOthersAsync(transaction, letter.Reminders, mail.MessageId));
        }

        if (letter.Beside is { } beside)
        {
            await InsertLetterAsync(transaction, beside.Mail, letter.CutBeside!, beside.Info, now);
        }

        return new QueueResult(true, []);
    }

    /// <summary>Whether a letter was ever put here, sent since or not.</summary>
    public async Task<bool> HasAsync(string messageId, CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<long>("SELECT count(*) FROM letter WHERE message_id = @messageId", new { messageId }, cancellationToken) > 0;

    /// <summary>Puts a letter that is no reminder into the outbox, in the transaction that records what it tells of.</summary>
    /// <returns>False when it was there before.</returns>
    internal static async Task<bool> AddAsync(DbTransaction transaction, ReminderLetterToQueue letter, DateTimeOffset now)
    {
        Check(letter.Mail);
        return await InsertLetterAsync(transaction, letter.Mail, CutLetter.Whole(letter.Mail), letter.Info, now) > 0;
    }

    private static void Check(LetterToQueue letter)
    {
        Check(letter.Letter.Mail);
        if (letter.Beside is { } beside)
        {
            Check(beside.Mail);
        }
    }

    private static void Check(OutgoingMail mail)
    {
        if (mail.MessageId is not ['<', .., '>'] || mail.MessageId.Any(c => c <= ' ') || !mail.MessageId.Contains('@', StringComparison.Ordinal))
        {
            throw new ArgumentException($"\"{mail.MessageId}\" is not a Message-ID of the form <left@right>.", nameof(mail));
        }

        if (mail.To.Count == 0)
        {
            throw new ArgumentException($"Letter {mail.MessageId} has no addressee.", nameof(mail));
        }
    }

    /// <param name="cut">Its pieces are in the database already.</param>
    private static async Task<int> InsertLetterAsync(DbTransaction transaction, OutgoingMail mail, CutLetter cut, LetterInfo info, DateTimeOffset now)
    {
        var connection = transaction.Connection!;
        var inserted = await connection.ExecuteAsync(
            """
            INSERT INTO letter (message_id, kind, agency_code, run_id, subject, html, text, words, created_at)
            VALUES (@MessageId, @Kind, @AgencyCode, @RunId, @subject, @html, @text, @words, @now)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                mail.MessageId, info.Kind, info.AgencyCode, info.RunId, now,
                subject = StorableText.Of(mail.Subject),
                html = cut.Words is null ? StorableText.Of(mail.Html) : "", text = cut.Words is null ? StorableText.Of(mail.Text) : "",
                words = cut.Words is null ? null : LetterPieces.Names(cut.Words),
            },
            transaction);
        if (inserted == 0)
        {
            return 0;
        }

        // A letter has a handful of addresses and files, so the loop Dapper makes of a list is no cost.
        await connection.ExecuteAsync(
            "INSERT INTO letter_attachment (message_id, position, file_name, media_type, content, pieces) VALUES (@MessageId, @position, @FileName, @MediaType, @content, @pieces)",
            mail.Attachments.Select((file, position) => new
            {
                mail.MessageId, position, file.FileName, file.MediaType,
                content = cut.Files[position] is null ? file.Packed() : [], pieces = cut.Files[position] is { } pieces ? LetterPieces.Names(pieces) : null,
            }),
            transaction);
        await connection.ExecuteAsync(
            "INSERT INTO delivery (message_id, address, state, queued_at, next_attempt_at) VALUES (@MessageId, @address, 'queued', @now, @now)",
            mail.To.Distinct(StringComparer.OrdinalIgnoreCase).Select(address => new { mail.MessageId, address, now }),
            transaction);
        return inserted;
    }
}
