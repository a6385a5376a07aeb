using System.Security.Cryptography;
using System.Text;
using CcHc.Adapters.Storage.Registers;
using CcHc.Core.Calendars;

namespace CcHc.Office;

/// <summary>Leaves a reading for those who only look (bảng theo dõi).</summary>
public sealed class OfficeSnapshotWriter(OfficeSnapshotStore store)
{
    public Task WriteAsync(OfficeReading reading, IReadOnlyList<CalendarDay> days, DateOnly today, CancellationToken cancellationToken) => store.PutAsync(
        Fingerprint(reading, today),
        () => OfficeSnapshot.Of(today, reading.Obligations.Concat(reading.Reports.Duties), reading.Directory.Agencies, days, reading.Findings, reading.Sources),
        cancellationToken);

    /// <summary>Everything a reading depends on: the day, the files, the office's answers, and the reports.</summary>
    private static string Fingerprint(OfficeReading reading, DateOnly today)
    {
        var parts = new StringBuilder(FormattableString.Invariant($"{today:yyyy-MM-dd}"));
        foreach (var source in reading.Sources)
        {
            parts.Append('\n').Append(source.File).Append(' ').Append(source.Hash).Append(source.IsYesterdays);
        }

        foreach (var finding in reading.Findings)
        {
            parts.Append('\n').Append(finding.AnswerCode);
        }

        foreach (var obligation in reading.Obligations.Where(obligation => obligation.Reported is not null || obligation.Answer is not null)
            .Concat(reading.Reports.Duties))
        {
            parts.Append('\n').Append(obligation.Task.Key).Append(obligation.MilestoneKey).Append(obligation.Agency.Code).Append(obligation.Reported)
                .Append(obligation.Answer).Append(obligation.Milestone.Due);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())));
    }
}
