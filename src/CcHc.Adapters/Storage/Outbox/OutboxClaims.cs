using System.Data.Common;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Mail;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

public sealed partial class OutboxStore
{
    /// <summary>
    /// Takes the next due delivery for this dispatcher alone, marking it <see cref="DeliveryState.Sending"/>; null when nothing is due, all letters are held or
    /// the day's limit is reached. One at a time: of a killed dispatcher only the letter in hand is in doubt.
    /// </summary>
    /// <param name="lease">Longer than any sending lasts; after it the delivery counts as left behind by a crash.</param>
    /// <param name="limit">Holds for all dispatchers together; null = none.</param>
    public async Task<ClaimedDelivery?> ClaimAsync(TimeSpan lease, DailyLimit? limit = null, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var delivery = await TakeNextAsync(transaction, lease, limit, cancellationToken);
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return delivery;
    }

    /// <summary>
    /// Writes what became of a delivery and takes the next one in one transaction. It answers while the transaction is still being written to the disk, so that
    /// the next letter's way to the server can begin meanwhile; that letter must not be complete before <see cref="DeliveryTurn.IsOnDisk"/> is true.
    /// </summary>
    /// <inheritdoc cref="ClaimAsync"/>
    public async Task<DeliveryTurn> RecordAndClaimAsync(ClaimedDelivery delivery, DeliveryVerdict verdict, string? deliveredTo, TimeSpan lease,
        DailyLimit? limit = null)
    {
        var connection = await database.OpenAsync();
        DbTransaction? transaction = null;
        try
        {
            transaction = await connection.BeginTransactionAsync();
            var isRecorded = await RecordAsync(connection, transaction, delivery, verdict, deliveredTo);
            var next = await TakeNextAsync(transaction, lease, limit, CancellationToken.None);
            var (begun, opened) = (transaction, connection);
            return new DeliveryTurn(isRecorded, next, Task.Run(() => WriteAsync(begun, opened)));
        }
        catch
        {
            await CloseAsync(transaction, connection);
            throw;
        }

        static async Task<bool> WriteAsync(DbTransaction transaction, DbConnection connection)
        {
            try
            {
                await transaction.CommitOrSayWhyAsync();
                return true;
            }
            catch (DbException)
            {
                // The caller writes it once more, and hears the reason if that fails as well.
                return false;
            }
            finally
            {
                await CloseAsync(transaction, connection);
            }
        }

        static async Task CloseAsync(DbTransaction? transaction, DbConnection connection)
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }

            await connection.DisposeAsync();
        }
    }

    private async Task<ClaimedDelivery?> TakeNextAsync(DbTransaction transaction, TimeSpan lease, DailyLimit? limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var claim = $"{WorkerProcess.Name}{OwnerEnd}{Guid.NewGuid():N}";
        var connection = transaction.Connection!;
        if (limit is not null && database.Dialect.CountingLock is not "")
        {
            await connection.ExecuteAsync(new CommandDefinition(database.Dialect.CountingLock, transaction: transaction, cancellationToken: cancellationToken));
        }

        var claimed = await connection.ExecuteAsync(new CommandDefinition(
            $"""
            UPDATE delivery SET state = 'sending', claim = @claim, claimed_until = @until, attempted_at = @now, attempts = attempts + 1
            WHERE id = (
                SELECT id FROM delivery WHERE {Due} AND NOT EXISTS (SELECT 1 FROM hold) {(limit is null ? "" : $"AND ({CountOfDay}) < @most")}
                ORDER BY next_attempt_at, id LIMIT 1 {database.Dialect.SkipLocked})
            """,
            new { claim, now, until = now + lease, most = limit?.Letters, dayBegan = limit?.DayBegan },
            transaction,
            cancellationToken: cancellationToken));
        return claimed == 0 ? null : await ReadClaimedAsync(transaction, claim);
    }

    /// <summary>Stands in a claim behind the name of the process that made it.</summary>
    private const char OwnerEnd = '/';

    private const string Due = "state IN ('queued', 'try_later', 'unknown') AND next_attempt_at <= @now";

    /// <summary>Only what a server may have taken: one that answered "later" or "no" has not counted it either.</summary>
    private const string CountOfDay =
        "SELECT count(*) FROM delivery WHERE attempted_at >= @dayBegan AND (state IN ('sending', 'sent', 'unknown') OR (state = 'held' AND unknowns > 0))";

    /// <summary>How many deliveries are due and not in anybody's hands.</summary>
    public async Task<int> CountDueAsync(CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<int>(
            $"SELECT count(*) FROM delivery WHERE {Due}", new { now = clock.GetUtcNow() }, cancellationToken);

    /// <summary>Writes what became of a claimed delivery.</summary>
    /// <param name="deliveredTo">The address really used, when it was sent.</param>
    /// <returns>False when another dispatcher has claimed it since, because the lease ran out; that one's outcome stands.</returns>
    public async Task<bool> RecordAsync(ClaimedDelivery delivery, DeliveryVerdict verdict, string? deliveredTo = null)
    {
        await using var connection = await database.OpenAsync();
        return await RecordAsync(connection, null, delivery, verdict, deliveredTo);
    }

    private async Task<bool> RecordAsync(DbConnection connection, DbTransaction? transaction, ClaimedDelivery delivery, DeliveryVerdict verdict,
        string? deliveredTo)
    {
        var now = clock.GetUtcNow();
        var isSettled = verdict.State is DeliveryState.Sent or DeliveryState.Refused or DeliveryState.Held;
        return await connection.ExecuteAsync(
            """
            UPDATE delivery SET state = @state, unknowns = @Unknowns, next_attempt_at = @next, settled_at = @settled,
                delivered_to = @deliveredTo, last_error = @Error, wait_cause = @cause, claimed_until = NULL
            WHERE id = @Id AND claim = @Claim
            """,
            new
            {
                delivery.Id, delivery.Claim, verdict.Unknowns, verdict.Error, deliveredTo,
                state = verdict.State.Code(), next = verdict.NextAttemptAt ?? now, cause = verdict.IsUnfit
                    ? DeliveryStates.Unfit : verdict.Delay?.Code(), settled = isSettled ? now : (DateTimeOffset?)null,
            },
            transaction) == 1;
    }

    /// <summary>
    /// Deliveries a crash left at sending, their lease run out or, beside an SQLite file, their process ended: the first time unknown, to be sent once more
    /// after the pause; the second time, or without a pause, held.
    /// </summary>
    /// <param name="resendAfter">Null: nothing of unknown outcome is ever sent again.</param>
    /// <returns>How many were found.</returns>
    public async Task<int> SetAsideAbandonedAsync(TimeSpan? resendAfter, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        if (database.Dialect == SqlDialect.Sqlite)
        {
            await EndLeasesOfTheDeadAsync(connection, now, cancellationToken);
        }

        return await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE delivery SET
                state = CASE WHEN unknowns < @resends THEN 'unknown' ELSE 'held' END,
                settled_at = CASE WHEN unknowns < @resends THEN settled_at ELSE @now END,
                unknowns = unknowns + 1, next_attempt_at = @next, claimed_until = NULL, last_error = @error
            WHERE state = 'sending' AND claimed_until < @now
            """,
            new
            {
                now, next = now + (resendAfter ?? TimeSpan.Zero), resends = resendAfter is null ? 0 : 1,
                error = "The program stopped while this was being sent; whether the mail server took it is not known.",
            },
            cancellationToken: cancellationToken));
    }

    /// <summary>Beside an SQLite file all workers are processes of this machine, so that an ended one is known at once.</summary>
    private static async Task EndLeasesOfTheDeadAsync(DbConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claims = await connection.QueryAsync<string>(
            new CommandDefinition("SELECT claim FROM delivery WHERE state = 'sending' AND claim IS NOT NULL", cancellationToken: cancellationToken));
        foreach (var claim in claims.Where(claim => claim.LastIndexOf(OwnerEnd) is > 0 and var end && WorkerProcess.IsGone(claim[..end])).ToList())
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE delivery SET claimed_until = @past WHERE claim = @claim AND state = 'sending'", new { claim, past = now.AddSeconds(-1) },
                cancellationToken: cancellationToken));
        }
    }

    private async Task<ClaimedDelivery> ReadClaimedAsync(DbTransaction transaction, string claim)
    {
        var connection = transaction.Connection!;
        var row = await connection.QuerySingleAsync<ClaimedRow>(
            """
            SELECT d.id, d.address, d.attempts, d.unknowns, d.queued_at, d.wait_cause, l.message_id, l.kind, l.agency_code, l.run_id, l.subject, l.html, l.text, l.words
            FROM delivery d JOIN letter l ON l.message_id = d.message_id
            WHERE d.claim = @claim AND d.state = 'sending'
            """,
            new { claim }, transaction);
        var attachments = await connection.QueryAsync<AttachmentRow>(
            "SELECT file_name, media_type, content, pieces FROM letter_attachment WHERE message_id = @MessageId ORDER BY position",
            new { row.MessageId }, transaction);
        var (html, text) = await WordsAsync(connection, transaction, row.Html, row.Text, row.Words);
        var files = new List<MailAttachment>();
        foreach (var file in attachments)
        {
            files.Add(await FileOfAsync(connection, transaction, file));
        }

        var mail = new OutgoingMail(row.MessageId, [row.Address], row.Subject, html, text, files);
        return new ClaimedDelivery(row.Id, claim, mail, row.Address, new LetterInfo(row.Kind, row.AgencyCode, row.RunId), row.Attempts, row.Unknowns,
            row.QueuedAt, DeliveryStates.ParseCause(row.WaitCause));
    }

    private sealed record ClaimedRow
    {
        public long Id { get; init; }
        public string Address { get; init; } = "";
        public int Attempts { get; init; }
        public int Unknowns { get; init; }
        public string MessageId { get; init; } = "";
        public string Kind { get; init; } = "";
        public string AgencyCode { get; init; } = "";
        public string? RunId { get; init; }
        public string Subject { get; init; } = "";
        public string Html { get; init; } = "";
        public string Text { get; init; } = "";
        public byte[]? Words { get; init; }
        public DateTimeOffset QueuedAt { get; init; }
        public string? WaitCause { get; init; }
    }

    private sealed record AttachmentRow
    {
        public string FileName { get; init; } = "";
        public string MediaType { get; init; } = "";
        public byte[] Content { get; init; } = [];
        public byte[]? Pieces { get; init; }
    }
}
