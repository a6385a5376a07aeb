using System.Data.Common;
using CcHc.Core.PeriodReports.Submissions;
using Dapper;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>Every file the agencies dropped (sổ nhận báo cáo): what it said, what became of it, and its bytes. Nothing is ever taken out.</summary>
public sealed class SubmittedFiles(Database database, TimeProvider clock)
{
    /// <summary>As many as a statement may well name.</summary>
    private const int FilesOfAStatement = 200;

    private static readonly string Kept =
        $"saved_at, received_at, {StoredEnum.Column("state")}, version, reason, changed_at, changed_by, {StoredEnum.Column("receipt")}";

    /// <param name="period">Null for those of every period, unknown ones included.</param>
    /// <returns>In the order they came.</returns>
    public async Task<IReadOnlyList<SubmittedFile>> ListAsync(string? period = null, CancellationToken cancellationToken = default)
    {
        return InOrder(await database.QueryAsync<SubmittedFile>(
            $"SELECT {Kept}, reading FROM submission {(period is null ? "" : "WHERE period = @period")}", new { period }, cancellationToken));
    }

    /// <summary>All of them as they are now, when some were read before: what a file said never changes, and is not read twice.</summary>
    /// <returns>In the order they came.</returns>
    public async Task<IReadOnlyList<SubmittedFile>> ListAfterAsync(IReadOnlyList<SubmittedFile> before, CancellationToken cancellationToken = default)
    {
        var said = before.ToDictionary(one => (one.File, one.Hash), one => one.Reading);
        var now = await GlanceAsync(cancellationToken: cancellationToken);
        foreach (var chunk in now.Where(one => !said.ContainsKey((one.File, one.Hash))).Chunk(FilesOfAStatement))
        {
            foreach (var read in await ReadAsync(chunk, cancellationToken))
            {
                said.Add((read.File, read.Hash), read.Reading);
            }
        }

        return [.. now.Select(one => one with { Reading = said[(one.File, one.Hash)] })];
    }

    /// <summary>The same without what the files said, which is most of what is kept of them: their readings have neither a submission nor findings.</summary>
    /// <param name="period">Null for those of every period, unknown ones included.</param>
    /// <returns>In the order they came.</returns>
    public Task<IReadOnlyList<SubmittedFile>> GlanceAsync(string? period = null, CancellationToken cancellationToken = default) =>
        GlanceAsync(period is null ? "" : "WHERE period = @period", period, cancellationToken);

    private async Task<IReadOnlyList<SubmittedFile>> GlanceAsync(string where, string? period, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return InOrder(await connection.QueryAsync<SubmittedFile, string, string, string?, string?, SubmittedFile>(
            new CommandDefinition(
                $"""
                SELECT {Kept}, file, hash, nullif(period, '') AS period, nullif(agency_code, '') AS agency FROM submission
                {where}
                """,
                new { period }, cancellationToken: cancellationToken),
            (kept, file, hash, ofPeriod, agency) => kept with { Reading = new SubmissionReading(file, hash, ofPeriod, agency, null, []) },
            "file,hash,period,agency"));
    }

    /// <returns>Of one agency the reports that count, by period.</returns>
    public Task<IReadOnlyList<SubmittedFile>> AcceptedOfAsync(string agencyCode, CancellationToken cancellationToken = default) =>
        AcceptedOfAsync([agencyCode], cancellationToken);

    /// <summary>Of some agencies.</summary>
    /// <inheritdoc cref="AcceptedOfAsync(string, CancellationToken)"/>
    public async Task<IReadOnlyList<SubmittedFile>> AcceptedOfAsync(IReadOnlyList<string> agencyCodes, CancellationToken cancellationToken = default)
    {
        if (agencyCodes.Count == 0)
        {
            return [];
        }

        var wanted = new SqlList(agencyCodes);
        var accepted = await database.QueryAsync<SubmittedFile>(
            $"SELECT {Kept}, reading FROM submission WHERE agency_code IN ({wanted.Names}) AND state = 'accepted'", wanted.Values, cancellationToken);
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
    public Task PutAsync(SubmittedFile submission, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default) =>
        PutAsync([(submission, bytes)], cancellationToken);

    /// <summary>Keeps some new files in one transaction, all or, when it fails, none.</summary>
    public async Task PutAsync(IReadOnlyList<(SubmittedFile File, ReadOnlyMemory<byte> Bytes)> files, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (submission, bytes) in files)
        {
            await AddAsync(transaction, submission, bytes, clock.GetUtcNow());
        }

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

    /// <returns>Those their agency was not answered about yet, without what they said, in the order they came.</returns>
    public Task<IReadOnlyList<SubmittedFile>> UnansweredAsync(CancellationToken cancellationToken = default) =>
        GlanceAsync("WHERE receipt = 'due'", null, cancellationToken);

    /// <param name="glanced">Some of them, as one statement may name them.</param>
    /// <returns>The same with what they said, in the order they came.</returns>
    public async Task<IReadOnlyList<SubmittedFile>> ReadAsync(IReadOnlyList<SubmittedFile> glanced, CancellationToken cancellationToken = default)
    {
        var (names, hashes) = NamesAndHashes(glanced);
        var wanted = glanced.Select(one => (one.File, one.Hash)).ToHashSet();
        return InOrder((await database.QueryAsync<SubmittedFile>(
            $"SELECT {Kept}, reading FROM submission WHERE file IN ({names.Names}) AND hash IN ({hashes.Names})", names.Values, cancellationToken))
            .Where(one => wanted.Contains((one.File, one.Hash))));
    }

    /// <summary>As <see cref="ReadAsync"/>, but of what they said only what was found wrong and how much of the form they answer.</summary>
    /// <returns>In the order given.</returns>
    public async Task<IReadOnlyList<SubmittedFile>> SkimAsync(IReadOnlyList<SubmittedFile> glanced, CancellationToken cancellationToken = default)
    {
        var skimmed = new Dictionary<(string, string), SubmissionReading>();
        foreach (var some in glanced.Chunk(FilesOfAStatement))
        {
            var (names, hashes) = NamesAndHashes(some);
            foreach (var (file, hash, reading) in await database.QueryAsync<(string File, string Hash, string Reading)>(
                $"SELECT file, hash, reading FROM submission WHERE file IN ({names.Names}) AND hash IN ({hashes.Names})", names.Values, cancellationToken))
            {
                skimmed[(file, hash)] = StoredJson.Read<ReadingHead>(reading).Reading;
            }
        }

        return [.. glanced.Select(one => one with { Reading = skimmed.GetValueOrDefault((one.File, one.Hash), one.Reading) })];
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
    public Task AnsweredAsync(SubmittedFile submission, ReceiptState receipt, CancellationToken cancellationToken = default) =>
        AnsweredAsync([(submission, receipt)], cancellationToken);

    /// <summary>The same of some, together or not at all.</summary>
    public async Task AnsweredAsync(IReadOnlyList<(SubmittedFile File, ReceiptState Receipt)> answered, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("UPDATE submission SET receipt = @receipt WHERE file = @File AND hash = @Hash",
            answered.Select(one => new { one.File.File, one.File.Hash, receipt = StoredEnum.Code(one.Receipt) }), transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitOrSayWhyAsync(cancellationToken);
    }

    /// <returns>The bytes as they were dropped.</returns>
    public async Task<byte[]> BytesAsync(string file, string hash, CancellationToken cancellationToken = default) =>
        await database.QuerySingleAsync<byte[]>("SELECT bytes FROM submission WHERE file = @file AND hash = @hash", new { file, hash }, cancellationToken);

    /// <summary>Of some files, as one statement may name them.</summary>
    public async Task<IReadOnlyDictionary<(string File, string Hash), byte[]>> BytesAsync(IReadOnlyList<SubmittedFile> files,
        CancellationToken cancellationToken = default)
    {
        if (files.Count == 0)
        {
            return new Dictionary<(string File, string Hash), byte[]>();
        }

        var (names, hashes) = NamesAndHashes(files);
        return (await database.QueryAsync<(string File, string Hash, byte[] Bytes)>(
            $"SELECT file, hash, bytes FROM submission WHERE file IN ({names.Names}) AND hash IN ({hashes.Names})", names.Values, cancellationToken))
            .ToDictionary(row => (row.File, row.Hash), row => row.Bytes);
    }

    /// <summary>The values of both are with the first.</summary>
    private static (SqlList Names, SqlList Hashes) NamesAndHashes(IReadOnlyList<SubmittedFile> files)
    {
        var (names, hashes) = (new SqlList([.. files.Select(one => one.File)], "f"), new SqlList([.. files.Select(one => one.Hash)]));
        names.Values.AddDynamicParams(hashes.Values);
        return (names, hashes);
    }

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
