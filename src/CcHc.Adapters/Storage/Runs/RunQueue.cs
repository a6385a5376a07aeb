using System.Globalization;
using Dapper;

namespace CcHc.Adapters.Storage.Runs;

/// <summary>A run that is due and not settled (lượt chạy chờ).</summary>
public sealed record QueuedRun
{
    public string Job { get; init; } = "";
    public string OccurrenceKey { get; init; } = "";
    /// <summary>Empty when the schedule asks.</summary>
    public string AskedBy { get; init; } = "";
    /// <summary>What in particular, as JSON; empty for an ordinary run.</summary>
    public string Ask { get; init; } = "";
    /// <summary>The day a person gave; null: the day it runs.</summary>
    public DateOnly? AsOf { get; init; }
    public DateTimeOffset QueuedAt { get; init; }
    /// <summary>Tries that ended badly and were followed by another.</summary>
    public int Retries { get; init; }
    /// <summary>How often somebody took it upon himself to hand it to Hangfire.</summary>
    public int Handovers { get; init; }
    /// <summary>Somebody took it upon himself so shortly before that nobody else need look after it.</summary>
    public bool IsAtHand { get; init; }
    /// <summary>Empty until Hangfire has it.</summary>
    public string HangfireId { get; init; } = "";
}

/// <summary>The run that answers what somebody asked for.</summary>
/// <param name="IsNew">False: an earlier ask is still unanswered, and one run answers both.</param>
public sealed record AskedRun(string OccurrenceKey, bool IsNew);

/// <summary>
/// Runs that are due (hàng đợi lượt chạy): planned, missed, asked for by people. A row stays until its run has ended for good, so that whatever dies in
/// between, the run is known and handed over again. Of many who add an occurrence one succeeds, and hands it over.
/// </summary>
public sealed class RunQueue(Database database, TimeProvider clock)
{
    private string Columns => FormattableString.Invariant($"""
        job, occurrence_key, asked_by, ask, as_of, queued_at, retries, handovers, hangfire_id, CASE WHEN handed_at >= {database.Dialect.SilentSince} THEN 1 ELSE 0 END AS is_at_hand
        """);

    private const string Asked = "asked-";

    /// <returns>Null when it is there already, ran before, or is what a person asked for and nobody has begun. Else the caller hands it over; until some
    /// seconds are past nobody else does.</returns>
    public async Task<QueuedRun?> AddAsync(string job, string occurrenceKey, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            $"""
            INSERT INTO run_queue (job, occurrence_key, queued_at, handovers, handed_at) SELECT @job, @occurrenceKey, @now, 1, {database.Dialect.Clock}
            WHERE NOT EXISTS (SELECT 1 FROM job_run WHERE job = @job AND occurrence_key = @occurrenceKey)
                AND NOT EXISTS (
                    SELECT 1 FROM run_queue q WHERE q.job = @job AND q.occurrence_key LIKE @asked AND q.ask = '' AND q.as_of IS NULL
                        AND NOT EXISTS (SELECT 1 FROM job_run r WHERE r.job = q.job AND r.occurrence_key = q.occurrence_key))
            ON CONFLICT DO NOTHING
            """,
            new { job, occurrenceKey, asked = Asked + "%", now = clock.GetUtcNow() }, cancellationToken) == 1
                ? await FindAsync(job, occurrenceKey, cancellationToken) : null;

    /// <summary>Puts a run back that began and was cut short, as it was asked for.</summary>
    public async Task PutBackAsync(LoggedRun run, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            """
            INSERT INTO run_queue (job, occurrence_key, ask, as_of, queued_at, hangfire_id) VALUES (@Job, @OccurrenceKey, @Ask, @asOf, @now, @HangfireId)
            ON CONFLICT DO NOTHING
            """,
            new { run.Job, run.OccurrenceKey, run.Ask, asOf = run.IsDayGiven ? run.AsOf : (DateOnly?)null, now = clock.GetUtcNow(), run.HangfireId },
            cancellationToken);

    /// <summary>
    /// Leaves what a person asks for. Asks that overlap are one run: where the same is waiting or in hand, asked for or planned, or had not ended yet when this
    /// one was asked, its run answers both.
    /// </summary>
    /// <param name="ask">What in particular, as JSON; empty for an ordinary run.</param>
    /// <param name="askedAt">When the person did it, where that is earlier than now.</param>
    /// <param name="isTaken">Whoever asks runs it, too; nobody else hands it over for some seconds.</param>
    public async Task<AskedRun> AskAsync(
        string job, string askedBy, string ask = "", DateOnly? asOf = null, DateTimeOffset? askedAt = null, bool isTaken = false,
        CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var values = new
        {
            job, askedBy, ask, asOf, now, askedAt = askedAt ?? now, handovers = isTaken ? 1 : 0,
            key = Asked + Guid.CreateVersion7(now).ToString("N"),
            day = asOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        };
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (database.Dialect.AskLock is not "")
        {
            await connection.ExecuteAsync(new CommandDefinition(database.Dialect.AskLock, transaction: transaction, cancellationToken: cancellationToken));
        }

        var same = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            """
            SELECT q.occurrence_key FROM run_queue q LEFT JOIN job_run r ON r.job = q.job AND r.occurrence_key = q.occurrence_key
            WHERE q.job = @job AND q.ask = @ask AND coalesce(q.as_of, '') = @day AND (r.id IS NULL OR r.finished_at IS NULL)
            UNION ALL
            SELECT occurrence_key FROM job_run
            WHERE job = @job AND ask = @ask AND CASE WHEN day_given = 1 THEN as_of ELSE '' END = @day
                AND finished_at > @askedAt
            LIMIT 1
            """,
            values, transaction, cancellationToken: cancellationToken));
        if (same is not null)
        {
            return new AskedRun(same, false);
        }

        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO run_queue (job, occurrence_key, asked_by, ask, as_of, queued_at, handovers, handed_at)
            VALUES (@job, @key, @askedBy, @ask, @asOf, @now, @handovers, {(isTaken ? database.Dialect.Clock : "NULL")})
            """,
            values, transaction, cancellationToken: cancellationToken));
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return new AskedRun(values.key, true);
    }

    public async Task<QueuedRun?> FindAsync(string job, string occurrenceKey, CancellationToken cancellationToken = default) =>
        (await SelectAsync("WHERE job = @job AND occurrence_key = @occurrenceKey", job, occurrenceKey, cancellationToken)).SingleOrDefault();

    /// <returns>The longest waiting first.</returns>
    public Task<IReadOnlyList<QueuedRun>> ListAsync(CancellationToken cancellationToken = default) =>
        SelectAsync("ORDER BY queued_at, occurrence_key", "", "", cancellationToken);

    private async Task<IReadOnlyList<QueuedRun>> SelectAsync(string which, string job, string occurrenceKey, CancellationToken cancellationToken) =>
        await database.QueryAsync<QueuedRun>(
            $"SELECT {Columns} FROM run_queue {which}", new { job, occurrenceKey, silentSince = clock.GetUtcNow() - RunLog.LongestSilence }, cancellationToken);

    /// <returns>Jobs people asked for that no worker has begun yet.</returns>
    public async Task<IReadOnlySet<string>> WaitingAsync(CancellationToken cancellationToken = default)
    {
        return (await database.QueryAsync<string>(
            """
            SELECT job FROM run_queue q WHERE asked_by <> '' AND NOT EXISTS (SELECT 1 FROM job_run r WHERE r.job = q.job AND r.occurrence_key = q.occurrence_key)
            """,
            cancellationToken)).ToHashSet(StringComparer.Ordinal);
    }

    /// <returns>False when somebody else handed it over since it was read.</returns>
    public async Task<bool> TakeAsync(QueuedRun run, CancellationToken cancellationToken = default) => await UpdateAsync(
        $"handed_at = {database.Dialect.Clock}, handovers = handovers + 1", "AND handovers = @Handovers",
        new { run.Job, run.OccurrenceKey, run.Handovers, now = clock.GetUtcNow() }, cancellationToken) == 1;

    public Task NoteHangfireAsync(QueuedRun run, string hangfireId, CancellationToken cancellationToken = default) =>
        UpdateAsync("hangfire_id = @hangfireId", "", new { run.Job, run.OccurrenceKey, hangfireId }, cancellationToken);

    public Task CountRetryAsync(string job, string occurrenceKey, CancellationToken cancellationToken = default) =>
        UpdateAsync("retries = retries + 1", "", new { Job = job, OccurrenceKey = occurrenceKey }, cancellationToken);

    /// <summary>It has ended for good: done, or no try is left.</summary>
    public async Task SettleAsync(string job, string occurrenceKey, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync("DELETE FROM run_queue WHERE job = @job AND occurrence_key = @occurrenceKey", new { job, occurrenceKey },
            cancellationToken);

    private async Task<int> UpdateAsync(string change, string condition, object values, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(
            $"UPDATE run_queue SET {change} WHERE job = @Job AND occurrence_key = @OccurrenceKey {condition}", values, cancellationToken);
}
