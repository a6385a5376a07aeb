using CcHc.Core.PeriodReports.Submissions;

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
        var rows = await database.QueryAsync<Row>(
            """
            SELECT f.period, f.agency_code, p.closed_at, s.saved_at, s.received_at, s.state
            FROM issued_form f
            JOIN report_period p ON p.period = f.period
            LEFT JOIN submission s ON s.period = f.period AND s.agency_code = f.agency_code
            """,
            cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.Period, row.AgencyCode, row.ClosedAt))
                .Select(files => new SubmissionTime(
                    files.Key.Period, files.Key.AgencyCode, SubmissionTiming.FirstValid(files.Select(row => row.ToFile()).OfType<SubmittedFileEntry>()),
                    files.Key.ClosedAt is not null))
                .OrderBy(owed => owed.Period, StringComparer.Ordinal).ThenBy(owed => owed.AgencyCode, StringComparer.Ordinal),
        ];
    }

    private sealed record Row
    {
        public string Period { get; init; } = "";
        public string AgencyCode { get; init; } = "";
        public DateTimeOffset? ClosedAt { get; init; }
        /// <summary>Null, like the rest of the file, while the agency dropped none.</summary>
        public DateTimeOffset? SavedAt { get; init; }
        public DateTimeOffset? ReceivedAt { get; init; }
        public string? State { get; init; }

        public SubmittedFileEntry? ToFile() => State is null || SavedAt is not { } saved || ReceivedAt is not { } received ? null
            : new SubmittedFileEntry { SavedAt = saved, ReceivedAt = received, State = SubmittedFiles.StateOf(State) };
    }
}
