using System.Data.Common;
using CcHc.Core.Mail;
using CcHc.Core.Reminders;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>A letter ready to be put into the outbox with its reminders (thư soạn xong), and what takes time about it done.</summary>
public sealed record LetterToQueue
{
    /// <param name="beside">Goes with it or not at all; one with a known Message-ID is left as it is.</param>
    public LetterToQueue(ReminderLetterToQueue letter, IReadOnlyCollection<ReminderKey> reminders, ReminderLetterToQueue? beside = null)
        : this(letter, reminders, beside, OutboxStore.CutLetter.Of)
    {
    }

    private LetterToQueue(
        ReminderLetterToQueue letter, IReadOnlyCollection<ReminderKey> reminders, ReminderLetterToQueue? beside, Func<OutgoingMail, OutboxStore.CutLetter> cut)
    {
        (Letter, Beside, Reminders) = (letter, beside, [.. reminders.Distinct()]);
        (Cut, CutBeside) = (cut(letter.Mail), beside is null ? null : cut(beside.Mail));
    }

    internal ReminderLetterToQueue Letter { get; }

    internal ReminderLetterToQueue? Beside { get; }

    internal IReadOnlyList<ReminderKey> Reminders { get; }

    internal OutboxStore.CutLetter Cut { get; }

    internal OutboxStore.CutLetter? CutBeside { get; }

    /// <summary>A single letter has little in common with others: it is stored as it is.</summary>
    internal static LetterToQueue Whole(ReminderLetterToQueue letter, IReadOnlyCollection<ReminderKey> reminders, ReminderLetterToQueue? beside) =>
        new(letter, reminders, beside, OutboxStore.CutLetter.Whole);
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
            Check(letter);
        }

        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await PutPiecesAsync(transaction, letters, now);
        var results = new List<QueueResult>(letters.Count);
        foreach (var letter in letters)
        {
            results.Add(await QueueOneAsync(transaction, letter, now, cancellationToken));
        }

        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return results;
    }

    /// <summary>Puts a letter without reminders into the outbox, its pieces being there, in the transaction that records what it tells of.</summary>
    /// <returns>False when it was there before.</returns>
    internal static async Task<bool> AddAsync(DbTransaction transaction, LetterToQueue letter, DateTimeOffset now)
    {
        Check(letter);
        return await InsertLetterAsync(transaction, letter.Letter.Mail, letter.Cut, letter.Letter.Info, now) > 0;
    }

    internal static Task PutPiecesAsync(DbTransaction transaction, IReadOnlyList<LetterToQueue> letters, DateTimeOffset now) =>
        PutPiecesAsync(transaction, letters.SelectMany(letter => letter.Cut.All.Concat(letter.CutBeside?.All ?? [])), now);

    private static async Task<QueueResult> QueueOneAsync(DbTransaction transaction, LetterToQueue letter, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await ExecuteAsync("SAVEPOINT before_letter");
        var result = await RecordAsync(transaction, letter, now);
        await ExecuteAsync(result.IsQueued ? "RELEASE SAVEPOINT before_letter" : "ROLLBACK TO SAVEPOINT before_letter");
        return result;

        Task<int> ExecuteAsync(string sql) =>
            transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, transaction: transaction, cancellationToken: cancellationToken));
    }
}
