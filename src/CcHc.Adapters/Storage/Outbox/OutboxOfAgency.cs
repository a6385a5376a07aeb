namespace CcHc.Adapters.Storage.Outbox;

public sealed partial class OutboxStore
{
    /// <summary>The latest deliveries of letters to one agency, newest first.</summary>
    public async Task<IReadOnlyList<DeliverySummary>> ListOfAgencyAsync(string agencyCode, int limit = 50, CancellationToken cancellationToken = default) =>
        await ListAsync("WHERE l.agency_code = @agencyCode ORDER BY d.id DESC LIMIT @limit", new { agencyCode, limit }, cancellationToken);
}
