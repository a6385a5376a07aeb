using Dapper;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>A period report an agency was asked for.</summary>
/// <param name="HandedInAt">When its first version that counts, or counted, was handed in; null while none was.</param>
/// <param name="IsClosed">The period is closed.</param>
public sealed record SubmissionTime(string Period, string AgencyCode, DateTimeOffset? HandedInAt, bool IsClosed);

/// <summary>Which period reports were owed and when they came (sổ nộp báo cáo), of all periods, without their words.</summary>
public sealed class SubmissionTimes(Database database)
{
    /// <returns>By period and agency.</returns>
    public async Task<IReadOnlyList<SubmissionTime>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        // As ReceivedReport.HandedInAt has it: a saving time that lies ahead of the receipt is not believed.
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT f.period, f.agency_code, p.closed_at, min(CASE WHEN s.saved_at < s.received_at THEN s.saved_at ELSE s.received_at END) AS handed_in_at
            FROM issued_form f
            JOIN report_period p ON p.period = f.period
            LEFT JOIN submission s ON s.period = f.period AND s.agency_code = f.agency_code AND s.state IN ('accepted', 'replaced')
            GROUP BY f.period, f.agency_code, p.closed_at
            """,
            cancellationToken: cancellationToken));
        return
        [
            .. rows.Select(row => new SubmissionTime(row.Period, row.AgencyCode, row.HandedInAt, row.ClosedAt is not null))
                .OrderBy(owed => owed.Period, StringComparer.Ordinal).ThenBy(owed => owed.AgencyCode, StringComparer.Ordinal),
        ];
    }

    private sealed record Row
    {
        public string Period { get; init; } = "";
        public string AgencyCode { get; init; } = "";
        public DateTimeOffset? ClosedAt { get; init; }
        public DateTimeOffset? HandedInAt { get; init; }
    }
}
