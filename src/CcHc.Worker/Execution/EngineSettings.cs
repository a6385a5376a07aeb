using CcHc.Core.Jobs;

namespace CcHc.Worker.Execution;

/// <summary>What Hangfire is told (thiết lập bộ chạy việc).</summary>
/// <param name="PostgresConnection">Null: there is no engine, as it keeps its runs in PostgreSQL.</param>
/// <param name="RetryOf">The retry rule of the job with this name.</param>
public sealed record EngineSettings(string? PostgresConnection, Func<string, RetryRule> RetryOf)
{
    /// <summary>False in a process that only shows the dashboard.</summary>
    public bool MakesRuns { get; init; } = true;
}
