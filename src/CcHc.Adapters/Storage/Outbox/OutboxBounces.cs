using System.Data.Common;
using CcHc.Core.Agencies;
using CcHc.Core.Mail.Incoming;
using Dapper;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>A letter the server took and that came back (thư không đến được người nhận).</summary>
public sealed record BouncedLetter
{
    public string MessageId { get; init; } = "";
    public string Kind { get; init; } = "";
    public string AgencyCode { get; init; } = "";
    public string Address { get; init; } = "";
    public string Bounce { get; init; } = "";
    public DateTimeOffset BouncedAt { get; init; }
}

/// <summary>Letters that came back, and their second way once the address was mended.</summary>
public sealed class OutboxBounces(Database database, TimeProvider clock)
{
    /// <summary>What is older would tell an agency of days long past.</summary>
    public static readonly TimeSpan LongestPast = TimeSpan.FromDays(30);

    /// <summary>
    /// Marks the delivery to the address the report names; where it names none of the letter's, and the letter went to one address only, that one.
    /// </summary>
    internal static async Task MarkAsync(DbTransaction transaction, string messageId, DeliveryFailure failure, DateTimeOffset now)
    {
        var values = new { messageId, failure.Address, bounce = StorableText.Of($"{failure.Status} {failure.Words}".Trim()), now };
        var marked = await transaction.Connection!.ExecuteAsync(
            "UPDATE delivery SET bounced_at = @now, bounce = @bounce WHERE message_id = @messageId AND (lower(address) = @Address OR lower(delivered_to) = @Address) AND bounced_at IS NULL", values, transaction);
        if (marked == 0)
        {
            await transaction.Connection!.ExecuteAsync(
                """
                UPDATE delivery SET bounced_at = @now, bounce = @bounce
                WHERE message_id = @messageId AND bounced_at IS NULL AND (SELECT count(*) FROM delivery other WHERE other.message_id = @messageId) = 1
                """,
                values, transaction);
        }
    }

    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<BouncedLetter>> ListAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        await database.QueryAsync<BouncedLetter>(
            """
            SELECT d.message_id, l.kind, l.agency_code, d.address, coalesce(d.bounce, '') AS bounce, d.bounced_at
            FROM delivery d JOIN letter l ON l.message_id = d.message_id WHERE d.bounced_at >= @since ORDER BY d.bounced_at DESC, d.id DESC
            """,
            new { since }, cancellationToken);

    /// <summary>Whether letters came back of late.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM delivery WHERE bounced_at >= @since", new { since = clock.GetUtcNow() - LongestPast }, cancellationToken) > 0;

    /// <summary>Sends each letter that came back once more, to the address that now stands in the directory in place of the one it came back from.</summary>
    /// <returns>How many were queued anew.</returns>
    public async Task<int> ResendAsync(AgencyDirectory directory, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var (queued, returned) = (0, await ListAsync(now - LongestPast, cancellationToken));
        foreach (var letter in returned)
        {
            if (directory.ByCode(letter.AgencyCode) is not { } agency)
            {
                continue;
            }

            var addresses = letter.Kind == "head" ? agency.HeadEmails : agency.Emails;
            if (addresses.Contains(letter.Address, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var address in addresses)
            {
                // The letter has at most one delivery an address, so this happens once.
                queued += await database.ExecuteAsync(
                    """
                    INSERT INTO delivery (message_id, address, state, queued_at, next_attempt_at)
                    SELECT message_id, @address, 'queued', @now, @now FROM letter WHERE message_id = @MessageId AND (html <> '' OR words IS NOT NULL)
                    ON CONFLICT DO NOTHING
                    """,
                    new { address, now, letter.MessageId }, cancellationToken);
            }
        }

        return queued;
    }
}
