using System.Data.Common;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.Calendars;
using CcHc.Core.PeriodReports.Submissions;
using Dapper;

namespace CcHc.Adapters.Storage.Answers;

/// <summary>Answer sheets and what they say of each task (sổ trả lời của các cơ quan), with every decision about them.</summary>
public sealed class AnswerStore(Database database, TimeProvider clock)
{
    private const string Columns = "id, agency_code, statement, said_on, said_at, file, state, decided_by, decided_at, decision_reason, granted_to";
    private const string FileColumns = "reading, origin, received_at AS ReceivedAt, receipt";

    /// <returns>In the order they came.</returns>
    public Task<IReadOnlyList<GivenAnswer>> ListAsync(CancellationToken cancellationToken = default) => AnswersAsync("ORDER BY id", null, cancellationToken);

    /// <returns>Of one task, whichever agency answered, in the order they came.</returns>
    public Task<IReadOnlyList<GivenAnswer>> OfTaskAsync(string taskKey, CancellationToken cancellationToken = default) =>
        AnswersAsync("WHERE task_key = @taskKey ORDER BY id", new { taskKey }, cancellationToken);

    /// <summary>Decided, and no letter to the agency has said so yet.</summary>
    public Task<IReadOnlyList<GivenAnswer>> UntoldAsync(CancellationToken cancellationToken = default) =>
        AnswersAsync("WHERE told_in = '' AND state IN ('accepted', 'refused') ORDER BY id", null, cancellationToken);

    /// <summary>How many wait for a person to accept or refuse them.</summary>
    public async Task<int> CountWaitingAsync(CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<int>("SELECT count(*) FROM agency_answer WHERE state = 'waiting'", cancellationToken);

    /// <returns>Null when there is no such answer.</returns>
    public async Task<GivenAnswer?> FindAsync(long id, CancellationToken cancellationToken = default) =>
        (await AnswersAsync("WHERE id = @id", new { id }, cancellationToken)).FirstOrDefault();

    /// <summary>Contents already taken in, by name and hash.</summary>
    public async Task<IReadOnlySet<(string File, string Hash)>> KnownAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<(string File, string Hash)>(
            new CommandDefinition("SELECT file, hash FROM answer_file", cancellationToken: cancellationToken))).ToHashSet();
    }

    /// <summary>Keeps a new sheet and what it says, all or nothing. Of two workers that found it at once one keeps it.</summary>
    /// <returns>How many answers it adds: what the agency only says again is none.</returns>
    public async Task<int> PutAsync(AnswerFile file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAsync(transaction, database.Dialect, cancellationToken);
        var added = await AddAsync(transaction, file, bytes);
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return added;
    }

    /// <summary>Two who take in answers of one row at once go one after the other.</summary>
    internal static async Task LockAsync(DbTransaction transaction, SqlDialect dialect, CancellationToken cancellationToken)
    {
        if (dialect.ReportLock is { Length: > 0 } turn)
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(turn, transaction: transaction, cancellationToken: cancellationToken));
        }
    }

    internal static async Task<int> AddAsync(DbTransaction transaction, AnswerFile file, ReadOnlyMemory<byte> bytes)
    {
        var connection = transaction.Connection!;
        var state = file.Reading.IsRefused ? "refused" : file.Reading.IsPartly ? "partly" : "taken";
        var inserted = await connection.ExecuteAsync(
            """
            INSERT INTO answer_file (file, hash, agency_code, origin, received_at, state, receipt, reading, bytes)
            VALUES (@File, @Hash, @AgencyCode, @origin, @ReceivedAt, @state, @receipt, @Reading, @content) ON CONFLICT DO NOTHING
            """,
            new { file.File, file.Hash, file.AgencyCode, origin = StoredEnum.Code(file.Origin), file.ReceivedAt, state,
                receipt = StoredEnum.Code(file.Receipt), file.Reading, content = bytes.ToArray() },
            transaction);
        var added = 0;
        foreach (var statement in inserted == 0 ? [] : file.Reading.Statements)
        {
            added += await AddAsync(transaction, file, statement);
        }

        return added;
    }

    private static async Task<int> AddAsync(DbTransaction transaction, AnswerFile file, AgencyStatement statement)
    {
        var connection = transaction.Connection!;
        var row = new { file.AgencyCode, statement.RowKey, fingerprint = statement.Fingerprint };
        var latest = await connection.QueryFirstOrDefaultAsync<(string State, string Fingerprint)?>(
            "SELECT state, fingerprint FROM agency_answer WHERE agency_code = @AgencyCode AND row_key = @RowKey ORDER BY id DESC LIMIT 1", row, transaction);
        if (latest is { } before && before.Fingerprint == statement.Fingerprint && before.State is not "refused")
        {
            return 0;
        }

        await connection.ExecuteAsync("UPDATE agency_answer SET state = 'replaced' WHERE agency_code = @AgencyCode AND row_key = @RowKey AND state = 'waiting'",
            row, transaction);
        return await connection.ExecuteAsync(
            """
            INSERT INTO agency_answer (agency_code, row_key, task_key, fingerprint, statement, said_on, said_at, file, hash, state)
            VALUES (@AgencyCode, @RowKey, @TaskKey, @fingerprint, @statement, @saidOn, @ReceivedAt, @File, @Hash, @state)
            """,
            new
            {
                file.AgencyCode, statement.RowKey, statement.TaskKey, fingerprint = statement.Fingerprint, statement,
                saidOn = OfficeTime.DayOf(file.ReceivedAt),
                file.ReceivedAt, file.File, file.Hash, state = statement.Kind == AnswerKind.Progress ? "noted" : "waiting",
            },
            transaction);
    }

    /// <summary>Decides an answer that waits, once.</summary>
    /// <returns>False when there is no such answer, or somebody else decided it, or the agency has said something else since.</returns>
    public async Task<bool> DecideAsync(long id, AnswerVerdict verdict, CancellationToken cancellationToken = default)
    {
        var granted = verdict.IsAccepted ? verdict.GrantedTo ?? (await FindAsync(id, cancellationToken))?.Statement.Extension?.To : null;
        return await database.ExecuteAsync(
            """
            UPDATE agency_answer SET state = @state, decided_by = @Person, decided_at = @now, decision_reason = @reason, granted_to = @granted
            WHERE id = @id AND state = 'waiting'
            """,
            new { id, state = verdict.IsAccepted ? "accepted"
                : "refused", verdict.Person, now = clock.GetUtcNow(), reason = StorableText.Of(verdict.Reason), granted },
            cancellationToken) == 1;
    }

    /// <summary>Remembers that a letter in the outbox tells the agency of these decisions.</summary>
    public async Task ToldAsync(IReadOnlyCollection<long> ids, string messageId, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync("UPDATE agency_answer SET told_in = @messageId WHERE id = @id AND told_in = ''", ids.Select(id => new { id, messageId }),
            cancellationToken);

    /// <returns>Sheets their agency was not answered about yet, in the order they came.</returns>
    public Task<IReadOnlyList<AnswerFile>> UnansweredAsync(CancellationToken cancellationToken = default) =>
        FilesAsync("WHERE receipt = 'due' ORDER BY received_at, file", null, cancellationToken);

    /// <returns>Newest first.</returns>
    public Task<IReadOnlyList<AnswerFile>> FilesAsync(int limit = 200, CancellationToken cancellationToken = default) =>
        FilesAsync("ORDER BY received_at DESC, file LIMIT @limit", new { limit }, cancellationToken);

    public async Task AnsweredAsync(AnswerFile file, ReceiptState receipt, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "UPDATE answer_file SET receipt = @receipt WHERE file = @File AND hash = @Hash", new { file.File, file.Hash, receipt = StoredEnum.Code(receipt) },
            cancellationToken);

    /// <returns>The bytes as they came; null when there is no such file.</returns>
    public async Task<byte[]?> BytesAsync(string file, string hash, CancellationToken cancellationToken = default) =>
        await database.QuerySingleOrDefaultAsync<byte[]>("SELECT bytes FROM answer_file WHERE file = @file AND hash = @hash", new { file, hash },
            cancellationToken);

    private Task<IReadOnlyList<GivenAnswer>> AnswersAsync(string which, object? values, CancellationToken cancellationToken) =>
        database.QueryAsync<GivenAnswer>($"SELECT {Columns} FROM agency_answer {which}", values, cancellationToken);

    private Task<IReadOnlyList<AnswerFile>> FilesAsync(string which, object? values, CancellationToken cancellationToken) =>
        database.QueryAsync<AnswerFile>($"SELECT {FileColumns} FROM answer_file {which}", values, cancellationToken);
}
