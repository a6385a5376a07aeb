using System.Data.Common;
using CcHc.Core.PeriodReports.Submissions;
using Dapper;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>The papers agencies sent beside their forms (văn bản kèm theo), with their bytes. Nothing is ever taken out.</summary>
public sealed class ReportPapers(Database database)
{
    private const string Columns = "file, hash, period AS PeriodCode, agency_code AS AgencyCode, saved_at AS SavedAt, received_at AS ReceivedAt, receipt";

    /// <summary>Contents already taken in, by name and hash.</summary>
    public async Task<IReadOnlySet<(string File, string Hash)>> KnownAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<(string File, string Hash)>(
            new CommandDefinition("SELECT file, hash FROM report_paper", cancellationToken: cancellationToken))).ToHashSet();
    }

    /// <summary>Of two workers that found it at once one keeps it.</summary>
    public async Task PutAsync(ReportPaper paper, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await AddAsync(transaction, paper, bytes);
        await transaction.CommitOrSayWhyAsync(cancellationToken);
    }

    /// <summary>Keeps one in the transaction that records how it came.</summary>
    internal static Task<int> AddAsync(DbTransaction transaction, ReportPaper paper, ReadOnlyMemory<byte> bytes) => transaction.Connection!.ExecuteAsync(
        """
        INSERT INTO report_paper (file, hash, period, agency_code, saved_at, received_at, receipt, bytes)
        VALUES (@File, @Hash, @PeriodCode, @AgencyCode, @SavedAt, @ReceivedAt, @receipt, @content)
        ON CONFLICT DO NOTHING
        """,
        new { paper.File, paper.Hash, paper.PeriodCode, paper.AgencyCode, paper.SavedAt, paper.ReceivedAt, receipt = StoredEnum.Code(paper.Receipt),
            content = bytes.ToArray() },
        transaction);

    /// <param name="period">Null for those of every period.</param>
    /// <returns>In the order they came.</returns>
    public async Task<IReadOnlyList<ReportPaper>> ListAsync(string? period = null, CancellationToken cancellationToken = default)
    {
        var papers = await database.QueryAsync<ReportPaper>(
            $"SELECT {Columns} FROM report_paper {(period is null ? "" : "WHERE period = @period")}", new { period }, cancellationToken);
        return [.. papers.OrderBy(one => one.ReceivedAt).ThenBy(one => one.File, StringComparer.Ordinal)
            .ThenBy(one => one.Hash, StringComparer.Ordinal)];
    }

    /// <summary>Whether an agency was not told yet that one of its papers came.</summary>
    public async Task<bool> HasDueAsync(CancellationToken cancellationToken = default) =>
        await database.ExecuteScalarAsync<long>("SELECT count(*) FROM report_paper WHERE receipt = 'due'", cancellationToken) > 0;

    /// <summary>Remembers that the agency was told, or that there is nobody to tell.</summary>
    public async Task AnsweredAsync(ReportPaper paper, ReceiptState receipt, CancellationToken cancellationToken = default) =>
        await database.ExecuteAsync(
            "UPDATE report_paper SET receipt = @receipt WHERE file = @File AND hash = @Hash", new { paper.File, paper.Hash, receipt = StoredEnum.Code(receipt) },
            cancellationToken);

    /// <returns>The bytes as they were sent; null when there is no such paper.</returns>
    public async Task<byte[]?> BytesAsync(string file, string hash, CancellationToken cancellationToken = default) =>
        await database.QueryFirstOrDefaultAsync<byte[]>("SELECT bytes FROM report_paper WHERE file = @file AND hash = @hash", new { file, hash },
            cancellationToken);
}
