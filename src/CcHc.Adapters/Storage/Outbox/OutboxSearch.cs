using CcHc.Core.Mail;
using CcHc.Core.Reminders;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>Which deliveries are wanted (bộ lọc thư); what is empty or null leaves nothing out.</summary>
/// <param name="From">Queued from then on.</param>
/// <param name="Before">Queued before then.</param>
public sealed record DeliveryFilter(DeliveryState? State = null, string AgencyCode = "", string Kind = "", string RunId = "", DateTimeOffset? From = null,
    DateTimeOffset? Before = null)
{
    internal bool IsOfLetter => AgencyCode.Length > 0 || Kind.Length > 0 || RunId.Length > 0;

    internal object Values(int skip = 0, int limit = 0) => new { state = State?.Code(), AgencyCode, Kind, RunId, From, Before, skip, limit };

    /// <summary>Letters are joined only where they are asked about.</summary>
    internal string Sql() =>
        (IsOfLetter ? "FROM delivery d JOIN letter l ON l.message_id = d.message_id" : "FROM delivery d") + SqlConditions.Where(
            (State is not null, "d.state = @state"),
            (AgencyCode.Length > 0, "l.agency_code = @AgencyCode"),
            (Kind.Length > 0, "l.kind = @Kind"),
            (RunId.Length > 0, "l.run_id = @RunId"),
            (From is not null, "d.queued_at >= @From"),
            (Before is not null, "d.queued_at < @Before"));
}

/// <summary>A delivery with all there is to see of it.</summary>
/// <param name="Html">Empty when it is so old that its words were cleared away.</param>
/// <param name="Attachments">Their names, in the order they go.</param>
public sealed record DeliveryDetail(DeliverySummary Summary, string Html, string Text, IReadOnlyList<string> Attachments, IReadOnlyList<ReminderKey> Reminders)
{
    public bool HasWords => Html.Length > 0;
}

public sealed partial class OutboxStore
{
    /// <summary>What a person must look at stands first: not known whether it arrived, then refused, held, waiting; what was sent comes last.</summary>
    private const string Urgency = "CASE d.state WHEN 'unknown' THEN 0 WHEN 'refused' THEN 1 WHEN 'held' THEN 2 WHEN 'sent' THEN 4 ELSE 3 END";

    /// <returns>The urgent ones first, of one state the newest first.</returns>
    public Task<IReadOnlyList<DeliverySummary>> SearchAsync(DeliveryFilter filter, int skip, int limit, CancellationToken cancellationToken = default) =>
        SummariesAsync(
            $"""
            WITH page AS (SELECT d.id, {Urgency} AS urgency {filter.Sql()} ORDER BY urgency, d.id DESC LIMIT @limit OFFSET @skip)
            SELECT {SummaryColumns} FROM page p JOIN delivery d ON d.id = p.id JOIN letter l ON l.message_id = d.message_id ORDER BY p.urgency, d.id DESC
            """,
            filter.Values(skip, limit), cancellationToken);

    public async Task<int> CountAsync(DeliveryFilter filter, CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<int>($"SELECT count(*) {filter.Sql()}", filter.Values(), cancellationToken);

    /// <returns>Null when there is no such delivery.</returns>
    public async Task<DeliveryDetail?> FindAsync(long deliveryId, CancellationToken cancellationToken = default)
    {
        if ((await ListAsync("WHERE d.id = @deliveryId", new { deliveryId }, cancellationToken)).FirstOrDefault() is not { } summary)
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        var stored = await connection.QuerySingleAsync<(string Html, string Text, byte[]? Words)>(new CommandDefinition(
            "SELECT html, text, words FROM letter WHERE message_id = @MessageId", new { summary.MessageId }, cancellationToken: cancellationToken));
        var (html, text) = await WordsAsync(connection, null, stored.Html, stored.Text, stored.Words);
        var files = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT file_name FROM letter_attachment WHERE message_id = @MessageId ORDER BY position", new { summary.MessageId },
            cancellationToken: cancellationToken));
        var reminders = await connection.QueryAsync<ReminderKey>(new CommandDefinition(
            "SELECT task_key, milestone_key, due, stage, agency_code FROM reminder WHERE message_id = @MessageId ORDER BY due, task_key, milestone_key, stage, agency_code",
            new { summary.MessageId }, cancellationToken: cancellationToken));
        return new DeliveryDetail(summary, html, text, [.. files], [.. reminders]);
    }

    /// <param name="place">Its place among the letter's files, from 0.</param>
    /// <returns>Null when there is none, or no longer.</returns>
    public async Task<MailAttachment?> AttachmentAsync(long deliveryId, int place, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<AttachmentRow>(new CommandDefinition(
            "SELECT a.file_name, a.media_type, a.content, a.pieces FROM letter_attachment a JOIN delivery d ON d.message_id = a.message_id WHERE d.id = @deliveryId AND a.position = @place",
            new { deliveryId, place }, cancellationToken: cancellationToken));
        return row is null ? null : await FileOfAsync(connection, null, row);
    }
}
