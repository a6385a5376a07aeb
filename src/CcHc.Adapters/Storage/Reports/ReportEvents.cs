using System.Data.Common;
using Dapper;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>Who did what to a period or a dropped file (nhật ký kỳ báo cáo); written in the transaction that did it.</summary>
public sealed class ReportEvents(Database database)
{
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<ReportEvent>> ListAsync(string period, int limit = 500, CancellationToken cancellationToken = default) =>
        await database.QueryAsync<ReportEvent>(
            "SELECT period, file, hash, at, person, what, reason FROM report_event WHERE period = @period ORDER BY id DESC LIMIT @limit", new { period, limit },
            cancellationToken);

    internal static Task AddAsync(DbTransaction transaction, ReportEvent entry) => transaction.Connection!.ExecuteAsync(
        "INSERT INTO report_event (period, file, hash, at, person, what, reason) VALUES (@Period, @File, @Hash, @At, @Person, @What, @Reason)",
        entry, transaction);
}
