namespace CcHc.Adapters.Storage.Users;

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

/// <summary>Which entries are wanted; what is empty or null leaves nothing out.</summary>
/// <param name="Words">Stand somewhere in what was done, with what, or in the details, in either case.</param>
/// <param name="From">Done from then on.</param>
/// <param name="Before">Done before then.</param>
public sealed record AuditFilter(string Person = "", string Words = "", DateTimeOffset? From = null, DateTimeOffset? Before = null)
{
    internal object Values(int skip = 0, int limit = 0) => new { Person, From, Before, words = SqlConditions.Anywhere(StorableText.Of(Words)), skip, limit };

    internal string Sql() => SqlConditions.Where(
        (Person.Length > 0, "person = @Person"),
        (From is not null, "at >= @From"),
        (Before is not null, "at < @Before"),
        (Words.Length > 0,
            "(lower(action) LIKE lower(@words) ESCAPE '!' OR lower(subject) LIKE lower(@words) ESCAPE '!' OR lower(detail) LIKE lower(@words) ESCAPE '!')"));
}

/// <summary>Who did what when (nhật ký); written before it is done, and never taken out by a page.</summary>
public sealed class AuditTrail(Database database, TimeProvider clock)
{
    /// <summary>A test letter went out by the mail server.</summary>
    public const string MailTested = "mail-tested";

    /// <summary>Somebody took a backup by hand.</summary>
    public const string BackedUp = "backup-taken";

    private const int LongestName = 100;
    private const int LongestDetail = 1_000;

    public async Task WriteAsync(string person, string action, string subject = "", string detail = "", string address = "",
        CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "INSERT INTO audit (at, person, action, subject, detail, address) VALUES (@now, @person, @action, @subject, @detail, @address)",
            new { now = clock.GetUtcNow(), person = Kept(person, LongestName), action, subject = Kept(subject, LongestDetail),
                detail = Kept(detail, LongestDetail), address }, cancellationToken);

    /// <summary>What somebody typed who is not logged in stands here, too: nobody fills the disk with it.</summary>
    private static string Kept(string text, int longest) => StorableText.Of(text.Length > longest ? text[..longest] : text);

    public async Task<bool> HasAsync(string action, CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<int>(
            "SELECT count(*) FROM (SELECT 1 FROM audit WHERE action = @action LIMIT 1) AS found", new { action }, cancellationToken) > 0;

    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, int skip = 0, int limit = 100, CancellationToken cancellationToken = default) =>
        await database.QueryAsync<AuditEntry>(
            $"SELECT at, person, action, subject, detail, address FROM audit{filter.Sql()} ORDER BY id DESC LIMIT @limit OFFSET @skip",
            filter.Values(skip, limit), cancellationToken);

    public async Task<int> CountAsync(AuditFilter filter, CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<int>($"SELECT count(*) FROM audit{filter.Sql()}", filter.Values(), cancellationToken);

    /// <param name="person">Empty: everybody.</param>
    /// <returns>Newest first.</returns>
    public Task<IReadOnlyList<AuditEntry>> ListAsync(string person = "", int skip = 0, int limit = 100, CancellationToken cancellationToken = default) =>
        ListAsync(new AuditFilter(person), skip, limit, cancellationToken);

    /// <param name="person">Empty: everybody.</param>
    public Task<int> CountAsync(string person = "", CancellationToken cancellationToken = default) => CountAsync(new AuditFilter(person), cancellationToken);
}
