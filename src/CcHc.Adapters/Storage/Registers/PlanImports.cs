namespace CcHc.Adapters.Storage.Registers;

/// <summary>A plan that was read (kế hoạch đã đọc), and what became of it.</summary>
public sealed record PlanImport
{
    /// <summary>SHA-256 of the plan's bytes.</summary>
    public required string Hash { get; init; }
    /// <summary>Where it lay when it was read, relative to the shared folder.</summary>
    public required string Path { get; init; }
    public DateTimeOffset ImportedAt { get; init; }
    /// <summary>Name of the draft below du-thao/; empty when the plan was refused.</summary>
    public string Draft { get; init; } = "";
    public int Tasks { get; init; }
    public int Doubts { get; init; }
    /// <summary>Why it was refused, with the cure; empty when it was read.</summary>
    public string Refusal { get; init; } = "";
    /// <summary>The officers were written to.</summary>
    public bool IsTold { get; init; }
}

/// <summary>Remembers the plans that were read, by their bytes.</summary>
public sealed class PlanImports(Database database, TimeProvider clock)
{
    private const string Columns = "hash, path, imported_at AS ImportedAt, draft, tasks, doubts, refusal, is_told AS IsTold";

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<PlanImport>> ListAsync(int limit = 200, CancellationToken cancellationToken = default) =>
        await database.QueryAsync<PlanImport>(
            $"SELECT {Columns} FROM plan_import ORDER BY imported_at DESC, hash LIMIT @limit", new { limit }, cancellationToken);

    /// <summary>Null for a plan never read.</summary>
    public async Task<PlanImport?> FindAsync(string hash, CancellationToken cancellationToken = default) =>
        await database.QuerySingleOrDefaultAsync<PlanImport>(
            $"SELECT {Columns} FROM plan_import WHERE hash = @hash", new { hash }, cancellationToken);

    /// <returns>False when another worker recorded the same plan meanwhile.</returns>
    public async Task<bool> AddAsync(PlanImport import, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "INSERT INTO plan_import (hash, path, imported_at, draft, tasks, doubts, refusal, is_told) VALUES (@Hash, @Path, @now, @Draft, @Tasks, @Doubts, @Refusal, 0) ON CONFLICT DO NOTHING",
            new { import.Hash, import.Path, now = clock.GetUtcNow(), import.Draft, import.Tasks, import.Doubts, import.Refusal }, cancellationToken) == 1;

    public async Task MarkToldAsync(string hash, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync("UPDATE plan_import SET is_told = 1 WHERE hash = @hash", new { hash }, cancellationToken);
}
