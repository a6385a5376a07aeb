using Dapper;

namespace CcHc.Adapters.Storage.Runs;

/// <summary>A job as the worker plans it, and a person may have paused it.</summary>
public sealed record JobPlan
{
    public string Job { get; init; } = "";
    public string Duty { get; init; } = "";
    /// <summary>As written in jobs.yml; empty: only when asked.</summary>
    public string Schedule { get; init; } = "";
    public bool IsEnabled { get; init; }
    public DateTimeOffset? NextAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? PausedUntil { get; init; }
    public string PausedBy { get; init; } = "";
    public string PauseReason { get; init; } = "";
}

/// <summary>What is planned (kế hoạch chạy), written by the workers for those who look, and what people paused.</summary>
public sealed class JobPlans(Database database, TimeProvider clock)
{
    /// <summary>Replaces the whole plan.</summary>
    public async Task WriteAsync(IReadOnlyCollection<JobPlan> plans, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("DELETE FROM job_plan", transaction: transaction, cancellationToken: cancellationToken));
        // An office has a dozen jobs, so the loop Dapper makes of a list is no cost.
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO job_plan (job, duty, schedule, is_enabled, next_at, updated_at) VALUES (@Job, @Duty, @Schedule, @enabled, @NextAt, @now) ON CONFLICT DO NOTHING",
            plans.Select(plan => new { plan.Job, plan.Duty, plan.Schedule, enabled = plan.IsEnabled ? 1 : 0, plan.NextAt, now = clock.GetUtcNow() }),
            transaction, cancellationToken: cancellationToken));
        await transaction.CommitOrSayWhyAsync(cancellationToken);
    }

    /// <returns>By name; a pause that is over is left out.</returns>
    public async Task<IReadOnlyList<JobPlan>> ListAsync(CancellationToken cancellationToken = default)
    {
        var plans = await database.QueryAsync<JobPlan>(
            """
            SELECT p.job, p.duty, p.schedule, p.is_enabled, p.next_at, p.updated_at, h.until_at AS paused_until, h.person AS paused_by, h.reason AS pause_reason
            FROM job_plan p LEFT JOIN job_pause h ON h.job = p.job AND h.until_at > @now
            """,
            new { now = clock.GetUtcNow() }, cancellationToken);
        return [.. plans.OrderBy(plan => plan.Job, StringComparer.Ordinal)];
    }

    public async Task PauseAsync(string job, DateTimeOffset until, string person, string reason, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "INSERT INTO job_pause (job, until_at, person, reason) VALUES (@job, @until, @person, @reason) ON CONFLICT (job) DO UPDATE SET until_at = @until, person = @person, reason = @reason",
            new { job, until, person, reason }, cancellationToken);

    /// <returns>False when it was not paused.</returns>
    public async Task<bool> ResumeAsync(string job, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync("DELETE FROM job_pause WHERE job = @job", new { job }, cancellationToken) == 1;

    public async Task<bool> IsPausedAsync(string job, CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM job_pause WHERE job = @job AND until_at > @now", new { job, now = clock.GetUtcNow() }, cancellationToken) > 0;
}
