using System.Text.Json;
using CcHc.Core.Jobs;
using Dapper;

namespace CcHc.Adapters.Storage;

/// <summary>One run in hand; only its holder can finish it.</summary>
/// <param name="Attempt">1 for the first; grows when a crashed or failed run of the same occurrence is taken over.</param>
public sealed record RunTicket(string Id, int Attempt);

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
}

/// <summary>Every run of every job (nhật ký chạy); an occurrence of a job has one effective run, whoever asks for it and however often.</summary>
public sealed partial class RunLog(Database database, TimeProvider clock)
{
    private const string Columns = "id, job, occurrence_key, attempt, as_of, host, started_at, overdue_at, finished_at, result, summary, counts";

    /// <summary>Claims an occurrence; null when it already ran or is running. A crashed run is taken over once its time limit is past.</summary>
    /// <param name="occurrenceKey">What makes two starts the same one: the planned time, or the day.</param>
    /// <param name="retryFailed">Also takes over an occurrence that ended as failed or in part.</param>
    /// <param name="takeOver">Also takes over one still unfinished: its worker is known to be dead.</param>
    public async Task<RunTicket?> TryStartAsync(
        string job, string occurrenceKey, DateOnly asOf, string host, TimeSpan timeLimit, bool retryFailed = false, bool takeOver = false,
        CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var values = new { id = Guid.CreateVersion7(now).ToString("N"), job, occurrenceKey, asOf, host, now, overdueAt = now + timeLimit, retryFailed, takeOver };
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var started = await connection.ExecuteAsync(
            """
            INSERT INTO job_run (id, job, occurrence_key, attempt, as_of, host, started_at, overdue_at)
            VALUES (@id, @job, @occurrenceKey, 1, @asOf, @host, @now, @overdueAt)
            ON CONFLICT (job, occurrence_key) DO UPDATE SET
                attempt = job_run.attempt + 1, as_of = @asOf, host = @host, started_at = @now, overdue_at = @overdueAt,
                finished_at = NULL, result = NULL, summary = '', counts = '{}'
            WHERE (job_run.finished_at IS NULL AND (job_run.overdue_at < @now OR @takeOver)) OR (@retryFailed AND job_run.result IN ('failed', 'partly'))
            """,
            values, transaction);
        var ticket = started == 0 ? null : await connection.QuerySingleAsync<TicketRow>(
            "SELECT id, attempt FROM job_run WHERE job = @job AND occurrence_key = @occurrenceKey", values, transaction);
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return ticket is null ? null : new RunTicket(ticket.Id, ticket.Attempt);
    }

    /// <returns>False when the run was taken over meanwhile; the later run's outcome stands.</returns>
    public async Task<bool> FinishAsync(RunTicket ticket, JobOutcome outcome)
    {
        await using var connection = await database.OpenAsync();
        return await connection.ExecuteAsync(
            """
            UPDATE job_run SET finished_at = @now, result = @result, summary = @summary, counts = @counts
            WHERE id = @Id AND attempt = @Attempt AND finished_at IS NULL
            """,
            new
            {
                ticket.Id, ticket.Attempt, now = clock.GetUtcNow(), result = JobResults.Code(outcome.Result), summary = StorableText.Of(outcome.Summary),
                counts = JsonSerializer.Serialize(outcome.Counts),
            }) == 1;
    }

    /// <summary>The latest runs, newest first.</summary>
    /// <param name="job">Null lists every job.</param>
    public async Task<IReadOnlyList<LoggedRun>> RecentAsync(string? job = null, int limit = 50, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<RunRow>(new CommandDefinition(
            $"SELECT {Columns} FROM job_run {(job is null ? "" : "WHERE job = @job")} ORDER BY started_at DESC, id DESC LIMIT @limit",
            new { job, limit },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToRun())];
    }

    /// <summary>Runs that began since then, oldest first.</summary>
    public async Task<IReadOnlyList<LoggedRun>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<RunRow>(new CommandDefinition(
            $"SELECT {Columns} FROM job_run WHERE started_at >= @since ORDER BY started_at, id", new { since }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToRun())];
    }

    /// <returns>The latest run of each job that ever ran, by name.</returns>
    public async Task<IReadOnlyDictionary<string, LoggedRun>> LatestAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<RunRow>(new CommandDefinition(
            $"SELECT {Columns} FROM job_run r JOIN (SELECT job AS latest_job, max(started_at) AS latest FROM job_run GROUP BY job) l ON l.latest_job = r.job AND l.latest = r.started_at ORDER BY id",
            cancellationToken: cancellationToken));
        return rows.GroupBy(row => row.Job, StringComparer.Ordinal).ToDictionary(runs => runs.Key, runs => runs.Last().ToRun(), StringComparer.Ordinal);
    }

    /// <summary>Deletes runs that began before then. The latest run of each job stays: by it missed runs are found.</summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM job_run WHERE started_at < @before
                AND EXISTS (SELECT 1 FROM job_run later WHERE later.job = job_run.job AND later.started_at > job_run.started_at)
            """,
            new { before }, cancellationToken: cancellationToken));
    }

    private sealed record TicketRow
    {
        public string Id { get; init; } = "";
        public int Attempt { get; init; }
    }

    private sealed record RunRow
    {
        public string Id { get; init; } = "";
        public string Job { get; init; } = "";
        public string OccurrenceKey { get; init; } = "";
        public int Attempt { get; init; }
        public DateOnly AsOf { get; init; }
        public string Host { get; init; } = "";
        public DateTimeOffset StartedAt { get; init; }
        public DateTimeOffset OverdueAt { get; init; }
        public DateTimeOffset? FinishedAt { get; init; }
        public string? Result { get; init; }
        public string Summary { get; init; } = "";
        public string Counts { get; init; } = "{}";

        public LoggedRun ToRun() => new()
        {
            Id = Id, Job = Job, OccurrenceKey = OccurrenceKey, Attempt = Attempt, AsOf = AsOf, Host = Host,
            StartedAt = StartedAt, OverdueAt = OverdueAt, FinishedAt = FinishedAt,
            Outcome = Result is null ? null : new JobOutcome(JobResults.Parse(Result), Summary, JsonSerializer.Deserialize<Dictionary<string, int>>(Counts)!),
        };
    }
}
