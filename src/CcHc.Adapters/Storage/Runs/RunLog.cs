using System.Text.Json;
using CcHc.Core.Jobs;
using Dapper;

namespace CcHc.Adapters.Storage.Runs;

/// <summary>One run in hand; only its holder can finish it.</summary>
/// <param name="Attempt">1 for the first; grows when a crashed or failed run of the same occurrence is taken over.</param>
public sealed record RunTicket(string Id, int Attempt);

/// <summary>A run that somebody wants to begin.</summary>
/// <param name="OccurrenceKey">What makes two starts the same one: the planned time, or the ask.</param>
/// <param name="Host">Machine and process.</param>
/// <param name="TimeLimit">Unfinished after it, a run may be taken over whether its worker lives or not.</param>
public sealed record RunClaim(string Job, string OccurrenceKey, DateOnly AsOf, string Host, TimeSpan TimeLimit)
{
    /// <summary>Also takes over an occurrence that ended as failed or in part.</summary>
    public bool IsRetry { get; init; }

    /// <summary>Also takes over this attempt, still unfinished: its worker is known to be dead. Of several who know it one succeeds.</summary>
    public int? DeadAttempt { get; init; }

    public string Ask { get; init; } = "";

    public bool IsDayGiven { get; init; }

    public string HangfireId { get; init; } = "";
}

/// <summary>A run as the dashboard lists it.</summary>
public sealed record LoggedRun
{
    public required string Id { get; init; }
    public required string Job { get; init; }
    public required string OccurrenceKey { get; init; }
    public int Attempt { get; init; }
    public DateOnly AsOf { get; init; }
    public required string Host { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    /// <summary>When its time limit ends; still unfinished after it, the run counts as crashed.</summary>
    public DateTimeOffset OverdueAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    /// <summary>Null while it runs.</summary>
    public JobOutcome? Outcome { get; init; }
    /// <summary>What a person asked for in particular, as JSON; else empty.</summary>
    public string Ask { get; init; } = "";
    /// <summary>The day it judges on was given by a person; else it is the day it began.</summary>
    public bool IsDayGiven { get; init; }
    /// <summary>Unfinished, and its worker has not said for a while that it lives: it was cut short.</summary>
    public bool IsSilent { get; init; }
    /// <summary>The run as Hangfire lists it; empty for one that Hangfire did not make.</summary>
    public string HangfireId { get; init; } = "";
    /// <summary>What was logged meanwhile, a line each.</summary>
    public string Log { get; init; } = "";
}

/// <summary>Every run of every job (nhật ký chạy); an occurrence of a job has one effective run, whoever asks for it and however often.</summary>
public sealed partial class RunLog(Database database, TimeProvider clock)
{
    /// <summary>A worker says six times as often that it lives; so long without a word it is dead.</summary>
    public static TimeSpan LongestSilence { get; } = TimeSpan.FromSeconds(30);

    private string Columns => FormattableString.Invariant($"""
        id, job, occurrence_key, attempt, as_of, host, started_at, overdue_at, finished_at, ask, day_given AS is_day_given, hangfire_id, log,
        CASE WHEN finished_at IS NULL AND coalesce(alive_at, started_at) < {database.Dialect.SilentSince} THEN 1 ELSE 0 END AS is_silent,
        result, summary, counts
        """);

    /// <summary>Claims an occurrence; null when it already ran or is running. One whose time limit is past is taken over.</summary>
    public async Task<RunTicket?> TryStartAsync(RunClaim claim, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var values = new
        {
            id = Guid.CreateVersion7(now).ToString("N"), claim.Job, claim.OccurrenceKey, claim.AsOf, claim.Host, claim.Ask, claim.HangfireId, claim.IsRetry,
            now, overdueAt = now + claim.TimeLimit,
            dead = claim.DeadAttempt ?? 0, given = claim.IsDayGiven ? 1 : 0,
        };
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var started = await connection.ExecuteAsync(
            $"""
            INSERT INTO job_run (id, job, occurrence_key, attempt, as_of, host, started_at, overdue_at, alive_at, ask, day_given, hangfire_id)
            VALUES (@id, @Job, @OccurrenceKey, 1, @AsOf, @Host, @now, @overdueAt, {database.Dialect.Clock}, @Ask, @given, @HangfireId)
            ON CONFLICT (job, occurrence_key) DO UPDATE SET
                attempt = job_run.attempt + 1, as_of = @AsOf, host = @Host, started_at = @now, overdue_at = @overdueAt, alive_at = {database.Dialect.Clock},
                hangfire_id = CASE WHEN @HangfireId = '' THEN job_run.hangfire_id ELSE @HangfireId END,
                finished_at = NULL, result = NULL, summary = '', counts = '{"{}"}'
            WHERE (job_run.finished_at IS NULL AND (job_run.overdue_at < @now OR job_run.attempt = @dead)) OR (@IsRetry AND job_run.result IN ('failed', 'partly'))
            """,
            values, transaction);
        (string Id, int Attempt)? claimed = started == 0 ? null : await connection.QuerySingleAsync<(string, int)>(
            "SELECT id, attempt FROM job_run WHERE job = @Job AND occurrence_key = @OccurrenceKey", values, transaction);
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return claimed is var (id, attempt) ? new RunTicket(id, attempt) : null;
    }

    /// <summary>The worker says that it lives and still makes this run.</summary>
    /// <returns>False when somebody has taken the run over.</returns>
    public async Task<bool> SayAliveAsync(RunTicket ticket)
    {
        await using var connection = await database.OpenAsync();
        return await connection.ExecuteAsync(
            $"UPDATE job_run SET alive_at = {database.Dialect.Clock} WHERE id = @Id AND attempt = @Attempt AND finished_at IS NULL",
            new { ticket.Id, ticket.Attempt, now = clock.GetUtcNow() }) == 1;
    }

    /// <param name="log">What was logged meanwhile; added to that of earlier attempts.</param>
    /// <returns>False when the run was taken over meanwhile; the later run's outcome stands.</returns>
    public async Task<bool> FinishAsync(RunTicket ticket, JobOutcome outcome, string log = "")
    {
        await using var connection = await database.OpenAsync();
        return await connection.ExecuteAsync(
            """
            UPDATE job_run SET finished_at = @now, result = @result, summary = @summary, counts = @Counts, log = log || @log
            WHERE id = @Id AND attempt = @Attempt AND finished_at IS NULL
            """,
            new
            {
                ticket.Id, ticket.Attempt, now = clock.GetUtcNow(), result = StoredEnum.Code(outcome.Result), summary = StorableText.Of(outcome.Summary),
                outcome.Counts, log = StorableText.Of(log),
            }) == 1;
    }

    /// <summary>The latest runs, newest first.</summary>
    /// <param name="job">Null lists every job.</param>
    public Task<IReadOnlyList<LoggedRun>> RecentAsync(string? job = null, int limit = 50, CancellationToken cancellationToken = default) =>
        SelectAsync($"FROM job_run {(job is null ? "" : "WHERE job = @job")} ORDER BY started_at DESC, id DESC LIMIT @limit", new { job, limit },
            cancellationToken);

    /// <summary>Runs that began since then, oldest first.</summary>
    public Task<IReadOnlyList<LoggedRun>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        SelectAsync("FROM job_run WHERE started_at >= @since ORDER BY started_at, id", new { since }, cancellationToken);

    /// <summary>Runs nobody has written the end of: in hand, or cut short. Oldest first.</summary>
    public Task<IReadOnlyList<LoggedRun>> UnfinishedAsync(CancellationToken cancellationToken = default) =>
        SelectAsync("FROM job_run WHERE finished_at IS NULL ORDER BY started_at, id", new { }, cancellationToken);

    /// <returns>Null when this occurrence never began.</returns>
    public async Task<LoggedRun?> FindAsync(string job, string occurrenceKey, CancellationToken cancellationToken = default) =>
        (await SelectAsync("FROM job_run WHERE job = @job AND occurrence_key = @occurrenceKey", new { job, occurrenceKey },
            cancellationToken)).SingleOrDefault();

    /// <returns>The latest run of each job that ever ran, by name.</returns>
    public async Task<IReadOnlyDictionary<string, LoggedRun>> LatestAsync(CancellationToken cancellationToken = default) =>
        (await SelectAsync(
            "FROM job_run r JOIN (SELECT job AS latest_job, max(started_at) AS latest FROM job_run GROUP BY job) l ON l.latest_job = r.job AND l.latest = r.started_at ORDER BY id",
            new { }, cancellationToken))
        .GroupBy(run => run.Job, StringComparer.Ordinal).ToDictionary(runs => runs.Key, runs => runs.Last(), StringComparer.Ordinal);

    private async Task<IReadOnlyList<LoggedRun>> SelectAsync(string from, object values, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(values);
        parameters.Add("silentSince", clock.GetUtcNow() - LongestSilence);
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<LoggedRun, string?, string, IReadOnlyDictionary<string, int>, LoggedRun>(
            new CommandDefinition($"SELECT {Columns} {from}", parameters, cancellationToken: cancellationToken),
            (run, result, summary, counts) => run with
            {
                Outcome = result is null ? null : new JobOutcome(StoredEnum.Parse<JobResult>(result), summary, counts),
            },
            "result,summary,counts")];
    }

    /// <summary>Deletes runs that began before then. The latest run of each job stays: by it missed runs are found.</summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            """
            DELETE FROM job_run WHERE started_at < @before
                AND EXISTS (SELECT 1 FROM job_run later WHERE later.job = job_run.job AND later.started_at > job_run.started_at)
            """,
            new { before }, cancellationToken);
}
