using Dapper;

namespace CcHc.Adapters.Storage;

/// <summary>What somebody asked for on the dashboard: a job to run now.</summary>
/// <param name="Ask">What in particular, as JSON; empty for an ordinary run.</param>
public sealed record RunWish(string Id, string Job, string AskedBy, string Ask);

/// <summary>Runs asked for by people (yêu cầu chạy): the dashboard leaves one, a worker takes it. Pressed five times it is still one.</summary>
public sealed class RunRequests(Database database, TimeProvider clock)
{
    /// <returns>False when the same wish waits already.</returns>
    public async Task<bool> LeaveAsync(string job, string askedBy, string ask = "", CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO run_request (id, job, asked_at, asked_by, ask) VALUES (@id, @job, @now, @askedBy, @ask) ON CONFLICT DO NOTHING",
            new { id = Guid.CreateVersion7(now).ToString("N"), job, now, askedBy, ask }, cancellationToken: cancellationToken)) == 1;
    }

    /// <summary>Takes every wish that waits; of two workers each is taken by one.</summary>
    public async Task<IReadOnlyList<RunWish>> TakeAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Id, string Job, string AskedBy, string Ask)>(new CommandDefinition(
            "UPDATE run_request SET taken_at = @now WHERE taken_at IS NULL RETURNING id, job, asked_by, ask", new { now = clock.GetUtcNow() }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new RunWish(row.Id, row.Job, row.AskedBy, row.Ask)).OrderBy(wish => wish.Id, StringComparer.Ordinal)];
    }

    /// <returns>Jobs with a wish that no worker has taken yet.</returns>
    public async Task<IReadOnlySet<string>> WaitingAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<string>(new CommandDefinition("SELECT job FROM run_request WHERE taken_at IS NULL", cancellationToken: cancellationToken))).ToHashSet(StringComparer.Ordinal);
    }
}
