using CcHc.Core.Mail;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>Letters that wait because the mail server refuses us, not their addressees (lỗi từ phía cơ quan gửi).</summary>
public sealed record OurFault
{
    /// <summary>When the oldest of the letters was queued.</summary>
    public DateTimeOffset Since { get; init; }
    public int Letters { get; init; }
    /// <summary>The server's own words, of the latest refusal.</summary>
    public string LastError { get; init; } = "";
}

public sealed partial class OutboxStore
{
    /// <summary>So many refusals in a row in the same words are taken for a fault of ours.</summary>
    private const int Streak = 3;

    /// <summary>Null while no letter waits for something that somebody at the office must mend.</summary>
    public async Task<OurFault?> OurFaultAsync(CancellationToken cancellationToken = default)
    {
        var ours = $"state = 'try_later' AND wait_cause IN ({DeliveryStates.OurCauses})";
        return await database.QuerySingleOrDefaultAsync<OurFault>(
            $"""
            SELECT oldest.queued_at AS since, (SELECT count(*) FROM delivery WHERE {ours}) AS letters,
                (SELECT coalesce(last_error, '') FROM delivery WHERE {ours} ORDER BY attempted_at IS NULL, attempted_at DESC, id DESC LIMIT 1) AS last_error
            FROM delivery oldest WHERE {ours} ORDER BY queued_at, id LIMIT 1
            """,
            cancellationToken);
    }

    /// <summary>
    /// Whether this refusal and those just before it, of whichever sender, are three in the same words. If so none of the three addresses is blamed: their
    /// letters wait, and go after those that were not tried yet.
    /// </summary>
    /// <returns>Null when not; else how many of the earlier ones had counted as refused.</returns>
    public async Task<int?> ClearThirdAlikeAsync(ClaimedDelivery delivery, string error, DateTimeOffset next)
    {
        await using var connection = await database.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var before = (await connection.QueryAsync<(long Id, string State, string? Cause, string? Error)>(
            """
            SELECT id, state, wait_cause, last_error FROM delivery
            WHERE id <> @Id AND attempted_at IS NOT NULL AND state <> 'sending' ORDER BY attempted_at DESC, id DESC LIMIT @others
            """,
            new { delivery.Id, others = Streak - 1 }, transaction)).ToList();
        var text = RefusalReader.SameText(error);
        if (before.Count < Streak - 1 || before.Exists(one => !IsRefusal(one.State, one.Cause) || RefusalReader.SameText(one.Error ?? "") != text))
        {
            return null;
        }

        await connection.ExecuteAsync(
            "UPDATE delivery SET state = 'try_later', settled_at = NULL, next_attempt_at = @next, wait_cause = @cause WHERE id = @id AND state IN ('refused', 'try_later')",
            before.Select(one => one.Id).Append(delivery.Id).Select(id => new { id, next, cause = DelayCause.Suspected.Code() }), transaction);
        await transaction.CommitOrSayWhyAsync(CancellationToken.None);
        return before.Count(one => one.State == "refused");
    }

    /// <summary>Of an address that was found wrong a second time, while others took their letters, there is no doubt left.</summary>
    private static bool IsRefusal(string state, string? cause) =>
        (state == "refused" && cause is null) || (state == "try_later" && DeliveryStates.ParseCause(cause) is DelayCause.OurFault or DelayCause.Suspected);

    /// <summary>Nothing due is tried before then: the server would refuse it, too.</summary>
    public async Task PostponeDueAsync(string error, DateTimeOffset until)
    {
        await using var connection = await database.OpenAsync();
        await connection.ExecuteAsync(
            $"""
            UPDATE delivery SET next_attempt_at = @until, last_error = @error,
                state = CASE WHEN state = 'queued' THEN 'try_later' ELSE state END,
                wait_cause = CASE WHEN wait_cause IN ({DeliveryStates.OurCauses}) THEN wait_cause ELSE @stopped END
            WHERE {Due}
            """,
            new { until, error, stopped = DelayCause.Stopped.Code(), now = clock.GetUtcNow() });
    }

    /// <summary>A letter got through, so those that were only kept back may go at once.</summary>
    public async Task<int> WakeStoppedAsync()
    {
        await using var connection = await database.OpenAsync();
        return await connection.ExecuteAsync(
            "UPDATE delivery SET next_attempt_at = @now WHERE state = 'try_later' AND wait_cause IN (@stopped, @account) AND next_attempt_at > @now",
            new { now = clock.GetUtcNow(), stopped = DelayCause.Stopped.Code(), account = DelayCause.OurAccount.Code() });
    }
}
