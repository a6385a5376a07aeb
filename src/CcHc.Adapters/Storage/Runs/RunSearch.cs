using CcHc.Core.Jobs;

namespace CcHc.Adapters.Storage.Runs;

/// <summary>Which runs are wanted (bộ lọc lần chạy); what is empty or null leaves nothing out.</summary>
/// <param name="Unfinished">Only those still going, or given up.</param>
/// <param name="From">Began from then on.</param>
/// <param name="Before">Began before then.</param>
/// <param name="Words">Stand somewhere in the summary, in either case.</param>
/// <param name="WithoutEmpty">Leaves out good runs in which nothing came up: every few minutes one looks whether a letter waits.</param>
public sealed record RunFilter(string Job = "", JobResult? Result = null, bool Unfinished = false, DateTimeOffset? From = null, DateTimeOffset? Before = null,
    string Words = "", bool WithoutEmpty = false)
{
    /// <summary>What a run counts that is work done; a good run that counts such things and none of them happened is an empty one.</summary>
    private static readonly string[] Work =
    [
        "letters_queued", "receipts_queued", "mails_sent", "mails_try_later", "mails_refused", "mails_unknown", "mails_held", "mails_waiting", "new", "refused",
        "not_yet_readable", "versions_changed",
        "forms_written", "workbooks_written",
    ];

    private static readonly string NotEmpty =
        $"(result IS NULL OR result <> 'done' OR NOT ({string.Join(" OR ", Work.Select(name => $"counts LIKE '%\"{name}\":%'"))}) OR {string.Join(" OR ", Work.Select(name => $"(counts LIKE '%\"{name}\":%' AND counts NOT LIKE '%\"{name}\":0%')"))})";

    internal object Values(int skip = 0, int limit = 0) =>
        new { Job, result = Result is { } result
            ? StoredEnum.Code(result) : null, From, Before, words = SqlConditions.Anywhere(StorableText.Of(Words)), skip, limit };

    internal string Sql() => "FROM job_run" + SqlConditions.Where(
        (Job.Length > 0, "job = @Job"),
        (Result is not null, "result = @result"),
        (Unfinished, "finished_at IS NULL"),
        (From is not null, "started_at >= @From"),
        (Before is not null, "started_at < @Before"),
        (WithoutEmpty, NotEmpty),
        (Words.Length > 0, "lower(summary) LIKE lower(@words) ESCAPE '!'"));
}

public sealed partial class RunLog
{
    /// <returns>Newest first.</returns>
    public Task<IReadOnlyList<LoggedRun>> SearchAsync(RunFilter filter, int skip, int limit, CancellationToken cancellationToken = default) =>
        SelectAsync($"{filter.Sql()} ORDER BY started_at DESC, id DESC LIMIT @limit OFFSET @skip", filter.Values(skip, limit), cancellationToken);

    public async Task<int> CountAsync(RunFilter filter, CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<int>($"SELECT count(*) {filter.Sql()}", filter.Values(), cancellationToken);

    /// <returns>Null when there is no such run.</returns>
    public async Task<LoggedRun?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        (await SelectAsync("FROM job_run WHERE id = @id", new { id }, cancellationToken)).SingleOrDefault();
}
