using Dapper;

namespace CcHc.Adapters.Storage;

/// <summary>One thing somebody did (dòng nhật ký).</summary>
public sealed record AuditEntry
{
    public DateTimeOffset At { get; init; }
    public string Person { get; init; } = "";
    /// <summary>"login", "run-now", "letter-release" …</summary>
    public string Action { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Detail { get; init; } = "";
    /// <summary>Where the request came from.</summary>
    public string Address { get; init; } = "";
}

/// <summary>Who did what when (nhật ký); written before it is done, and never taken out by a page.</summary>
public sealed class AuditTrail(Database database, TimeProvider clock)
{
    private const int LongestName = 100;
    private const int LongestDetail = 1_000;

    public async Task WriteAsync(string person, string action, string subject = "", string detail = "", string address = "", CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO audit (at, person, action, subject, detail, address) VALUES (@now, @person, @action, @subject, @detail, @address)",
            new { now = clock.GetUtcNow(), person = Kept(person, LongestName), action, subject = Kept(subject, LongestDetail), detail = Kept(detail, LongestDetail), address }, cancellationToken: cancellationToken));
    }

    /// <summary>What somebody typed who is not logged in stands here, too: nobody fills the disk with it.</summary>
    private static string Kept(string text, int longest) => StorableText.Of(text.Length > longest ? text[..longest] : text);

    /// <param name="person">Empty: everybody.</param>
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(string person = "", int skip = 0, int limit = 100, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<AuditEntry>(new CommandDefinition(
            $"SELECT at, person, action, subject, detail, address FROM audit {(person.Length > 0 ? "WHERE person = @person" : "")} ORDER BY id DESC LIMIT @limit OFFSET @skip",
            new { person, limit, skip }, cancellationToken: cancellationToken))];
    }

    /// <param name="person">Empty: everybody.</param>
    public async Task<int> CountAsync(string person = "", CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"SELECT count(*) FROM audit {(person.Length > 0 ? "WHERE person = @person" : "")}", new { person }, cancellationToken: cancellationToken));
    }
}
