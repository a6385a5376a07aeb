using System.Data.Common;
using CcHc.Core.PeriodReports.Submissions;
using Dapper;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>Every file the agencies dropped (sổ nhận báo cáo): what it said, what became of it, and its bytes. Nothing is ever taken out.</summary>
public sealed class SubmittedFiles(Database database, TimeProvider clock)
{
    private static readonly string Kept =
        $"saved_at, received_at, {StoredEnum.Column("state")}, version, reason, changed_at, changed_by, {StoredEnum.Column("receipt")}";

    /// <param name="period">Null for those of every period, unknown ones included.</param>
    /// <returns>In the order they came.</returns>
    public async Task<IReadOnlyList<SubmittedFile>> ListAsync(string? period = null, CancellationToken cancellationToken = default)
    {
        return InOrder(await database.QueryAsync<SubmittedFile>(
            $"SELECT {Kept}, reading FROM submission {(period is null ? "" : "WHERE period = @period")}", new { period }, cancellationToken));
    }

    /// <summary>The same without what the files said, which is most of what is kept of them: their readings have neither a submission nor findings.</summary>
    /// <param name="period">Null for those of every period, unknown ones included.</param>
    /// <returns>In the order they came.</returns>
    public async Task<IReadOnlyList<SubmittedFile>> GlanceAsync(string? period = null, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return InOrder(await connection.QueryAsync<SubmittedFile, string, string, string?, string?, SubmittedFile>(
            new CommandDefinition(
                $"""
                SELECT {Kept}, file, hash, nullif(period, '') AS period, nullif(agency_code, '') AS agency FROM submission
                {(period is null ? "" : "WHERE period = @period")}
                """,
                new { period }, cancellationToken: cancellationToken),
            (kept, file, hash, ofPeriod, agency) => kept with { Reading = new SubmissionReading(file, hash, ofPeriod, agency, null, []) },
            "file,hash,period,agency"));
    }

    /// <returns>Of one agency the reports that count, by period.</returns>
    public async Task<IReadOnlyList<SubmittedFile>> AcceptedOfAsync(string agencyCode, CancellationToken cancellationToken = default)
    {
        var accepted = await database.QueryAsync<SubmittedFile>(
            $"SELECT {Kept}, reading FROM submission WHERE agency_code = @agencyCode AND state = 'accepted'", new { agencyCode }, cancellationToken);
        return [.. accepted.OrderBy(one => one.PeriodCode, StringComparer.Ordinal)];
    }

    /// <summary>Contents already taken in, by name and hash.</summary>
    public async Task<IReadOnlySet<(string File, string Hash)>> KnownAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<(string File, string Hash)>(
            new CommandDefinition("SELECT file, hash FROM submission", cancellationToken: cancellationToken))).ToHashSet();
    }

    /// <summary>Keeps a new file. Of two workers that found it at once one keeps it.</summary>
    public async Task PutAsync(SubmittedFile submission, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AddAsync(transaction, submission, bytes, clock.GetUtcNow());
        await transaction.CommitOrSayWhyAsync(cancellationToken);
    }

    /// <summary>Keeps a new file in the transaction that records how it came.</summary>
    internal static async Task AddAsync(DbTransaction transaction, SubmittedFile submission, ReadOnlyMemory<byte> bytes, DateTimeOffset now)
    {
        var inserted = await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO submission (file, hash, period, agency_code, saved_at, received_at, state, version, reason, changed_at, changed_by, receipt, reading, bytes)
            VALUES (@File, @Hash, @PeriodCode, @AgencyCode, @SavedAt, @ReceivedAt, @state, @Version, @Reason, @now, @ChangedBy, @receipt, @Reading, @content)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                submission.File, submission.Hash, submission.PeriodCode, submission.AgencyCode, submission.SavedAt, submission.ReceivedAt,
                state = StoredEnum.Code(submission.State),
                submission.Version, submission.Reason, now, submission.ChangedBy, receipt = StoredEnum.Code(submission.Receipt),
                submission.Reading, content = bytes.ToArray(),
            },
            transaction);
        if (inserted == 1)
        {
            await ReportEvents.AddAsync(transaction,
                Event(submission.PeriodCode, submission.File, submission.Hash, submission.ChangedBy, StoredEnum.Code(submission.State), submission.Reason,
                    now));
        }
    }

    /// <summary>Every file without what it says, in no order.</summary>
    public async Task<IReadOnlyList<SubmittedFileEntry>> FiledAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await FiledAsync(connection, null, cancellationToken);
    }

    /// <returns>Those their agency was not answered about yet, in the order they came.</returns>
    public async Task<IReadOnlyList<SubmittedFile>> UnansweredAsync(CancellationToken cancellationToken = default)
    {
        return InOrder(await database.QueryAsync<SubmittedFile>($"SELECT {Kept}, reading FROM submission WHERE receipt = 'due'", cancellationToken));
    }

    /// <summary>
    /// Changes states together or not at all, each with an entry of who and why. Nobody else changes one, and no period is closed, between what is read and
    /// what is written.
    /// </summary>
    /// <param name="decide">Given every file, says what becomes of some.</param>
    /// <returns>How many files changed their state.</returns>
    public async Task<int> ReviseAsync(Func<IReadOnlyList<SubmittedFileEntry>, IReadOnlyList<StateChange>> decide,
        CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (database.Dialect.ReportLock is { Length: > 0 } turn)
        {
            await connection.ExecuteAsync(new CommandDefinition(turn, transaction: transaction, cancellationToken: cancellationToken));
        }

        var changes = decide(await FiledAsync(connection, transaction, cancellationToken));
        foreach (var change in changes)
        {
            var period = await connection.QuerySingleAsync<string>(new CommandDefinition(
                "UPDATE submission SET state = @state, version = @Version, reason = @Reason, changed_at = @now, changed_by = @Person WHERE file = @File AND hash = @Hash RETURNING period",
                new { change.File, change.Hash, change.Version, change.Reason, change.Person, state = StoredEnum.Code(change.State), now = clock.GetUtcNow() },
                transaction, cancellationToken: cancellationToken));
            await ReportEvents.AddAsync(transaction,
                Event(period, change.File, change.Hash, change.Person, StoredEnum.Code(change.State), change.Reason, clock.GetUtcNow()));
        }

        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return changes.Count;
    }

    /// <summary>
    /// Remembers that the agency was answered: its receipt is in the outbox, where asking again does no harm; or that there is nobody to answer.
    /// </summary>
    public async Task AnsweredAsync(SubmittedFile submission, ReceiptState receipt, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "UPDATE submission SET receipt = @receipt WHERE file = @File AND hash = @Hash", new { submission.File, submission.Hash, receipt = StoredEnum.Code(receipt) },
            cancellationToken);

    /// <returns>The bytes as they were dropped.</returns>
    public async Task<byte[]> BytesAsync(string file, string hash, CancellationToken cancellationToken = default) =>
        await database.QuerySingleAsync<byte[]>("SELECT bytes FROM submission WHERE file = @file AND hash = @hash", new { file, hash }, cancellationToken);

    private static IReadOnlyList<SubmittedFile> InOrder(IEnumerable<SubmittedFile> files) =>
        [.. files.OrderBy(one => one.ReceivedAt).ThenBy(one => one.File, StringComparer.Ordinal)
            .ThenBy(one => one.Hash, StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<SubmittedFileEntry>> FiledAsync(DbConnection connection, DbTransaction? transaction,
        CancellationToken cancellationToken)
    {
        var filed = await connection.QueryAsync<SubmittedFileEntry>(new CommandDefinition(
            $"""
            SELECT s.file, s.hash, s.period, s.agency_code, s.saved_at, s.received_at, {StoredEnum.Column("s.state")}, s.version, p.closed_at
            FROM submission s LEFT JOIN report_period p ON p.period = s.period
            """,
            transaction: transaction, cancellationToken: cancellationToken));
        return filed.AsList();
    }

    private static ReportEvent Event(string period, string file, string hash, string person, string what, string reason, DateTimeOffset at) =>
        new() { Period = period, File = file, Hash = hash, At = at, Person = person, What = what, Reason = reason };
}
