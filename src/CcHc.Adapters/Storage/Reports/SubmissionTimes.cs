using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>A period report an agency was asked for.</summary>
/// <param name="HandedInAt">When its first version that counts, or counted, was handed in; null while none was.</param>
/// <param name="IsClosed">The period is closed.</param>
public sealed record SubmissionTime(string Period, string AgencyCode, DateTimeOffset? HandedInAt, bool IsClosed);

/// <summary>Which period reports were owed and when they came (sổ nộp báo cáo), of all periods, without their words.</summary>
public sealed class SubmissionTimes(Database database)
{
    /// <param name="agencyCode">Null for those of every agency.</param>
    /// <returns>By period and agency.</returns>
    public async Task<IReadOnlyList<SubmissionTime>> ListAsync(string? agencyCode = null, CancellationToken cancellationToken = default)
    {
        var rows = await database.QueryAsync<(string Period, string AgencyCode, DateTimeOffset? ClosedAt,
            DateTimeOffset? SavedAt, DateTimeOffset? ReceivedAt, string? State)>(
            $"""
            SELECT f.period, f.agency_code, p.closed_at, s.saved_at, s.received_at, s.state
            FROM issued_form f
            JOIN report_period p ON p.period = f.period
            LEFT JOIN submission s ON s.period = f.period AND s.agency_code = f.agency_code
            {(agencyCode is null ? "" : "WHERE f.agency_code = @agencyCode")}
            """,
            new { agencyCode }, cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.Period, row.AgencyCode, row.ClosedAt))
                .Select(files => new SubmissionTime(
                    files.Key.Period, files.Key.AgencyCode, SubmissionTiming.FirstValid(
                        files.Where(row => row.State is not null).Select(row => new SubmittedFileEntry
                        {
                            SavedAt = row.SavedAt!.Value, ReceivedAt = row.ReceivedAt!.Value, State = StoredEnum.Parse<SubmissionState>(row.State!),
                        })),
                    files.Key.ClosedAt is not null))
                .OrderBy(owed => owed.Period, StringComparer.Ordinal).ThenBy(owed => owed.AgencyCode, StringComparer.Ordinal),
        ];
    }
}
