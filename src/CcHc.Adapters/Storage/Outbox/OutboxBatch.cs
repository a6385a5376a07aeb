using System.Data.Common;
using CcHc.Core.Reminders;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>A letter ready to be put into the outbox with its reminders (thư soạn xong), and what takes time about it done.</summary>
public sealed record LetterToQueue
{
    private readonly ReminderLetterToQueue _letter;
    private readonly ReminderLetterToQueue? _beside;

    /// <param name="beside">Goes with it or not at all; one with a known Message-ID is left as it is.</param>
    public LetterToQueue(ReminderLetterToQueue letter, IReadOnlyCollection<ReminderKey> reminders, ReminderLetterToQueue? beside = null)
    {
        (_letter, _beside, Reminders) = (letter, beside, [.. reminders.Distinct()]);
        Cut = OutboxStore.CutLetter.Of(letter.Mail);
        CutBeside = beside is null ? null : OutboxStore.CutLetter.Of(beside.Mail);
    }

    internal ReminderLetterToQueue Letter => _letter;

    internal ReminderLetterToQueue? Beside => _beside;

    internal IReadOnlyList<ReminderKey> Reminders { get; }

    internal OutboxStore.CutLetter Cut { get; }

    internal OutboxStore.CutLetter? CutBeside { get; }
}

public sealed partial class OutboxStore
{
    /// <summary>
    /// Records many letters in one transaction, each whole or not at all as
    /// <see cref="QueueAsync(Core.Mail.OutgoingMail, LetterInfo, IReadOnlyCollection{ReminderKey}, CancellationToken)"/>
    /// does: one that was recorded before keeps none of the others out. When the transaction fails, none is recorded.
    /// </summary>
    /// <returns>One result a letter, in their order.</returns>
    /// <exception cref="ArgumentException">A Message-ID is malformed or a letter has no addressee.</exception>
    public async Task<IReadOnlyList<QueueResult>> QueueAllAsync(IReadOnlyList<LetterToQueue> letters, CancellationToken cancellationToken = default)
    {
        foreach (var letter in letters)
        {
            Check(letter.Letter.Mail);
            if (letter.Beside is { } beside)
            {
                Check(beside.Mail);
            }
        }

        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await PutPiecesAsync(transaction, letters.SelectMany(letter => letter.Cut.All.Concat(letter.CutBeside?.All ?? [])), now);
        var results = new List<QueueResult>(letters.Count);
        foreach (var letter in letters)
        {
            results.Add(await QueueOneAsync(transaction, letter, now, cancellationToken));
        }

        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return results;
    }

    private static async Task<QueueResult> QueueOneAsync(DbTransaction transaction, LetterToQueue letter, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var mail = letter.Letter.Mail;
        await ExecuteAsync("SAVEPOINT before_letter");
        if (await InsertLetterAsync(transaction, mail, letter.Cut, letter.Letter.Info, now) == 0)
        {
            await ExecuteAsync("RELEASE SAVEPOINT before_letter");
            return new QueueResult(false, []);
        }

        if (await ReminderRows.InsertAsync(transaction, letter.Reminders, mail.MessageId, now) < letter.Reminders.Count)
        {
            var taken = await ReminderRows.TakenByOthersAsync(transaction, letter.Reminders, mail.MessageId);
            await ExecuteAsync("ROLLBACK TO SAVEPOINT before_letter");
            return new QueueResult(false, taken);
        }

        if (letter.Beside is { } beside)
        {
            await InsertLetterAsync(transaction, beside.Mail, letter.CutBeside!, beside.Info, now);
        }

        await ExecuteAsync("RELEASE SAVEPOINT before_letter");
        return new QueueResult(true, []);

        Task<int> ExecuteAsync(string sql) =>
            transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, transaction: transaction, cancellationToken: cancellationToken));
    }
}
