using System.Security.Cryptography;
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
        // Of a country's office this is a hundred megabytes of text, which nobody needs whole.
        using var hash = SHA256.Create();
        using (var parts = new StreamWriter(new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write)))
        {
            parts.Write(FormattableString.Invariant($"{today:yyyy-MM-dd}"));
            foreach (var source in reading.Sources)
            {
                parts.Write(FormattableString.Invariant($"\n{source.File} {source.Hash}{source.IsYesterdays}"));
            }

            foreach (var finding in reading.Findings)
            {
                parts.Write('\n');
                parts.Write(finding.AnswerCode);
            }

            foreach (var one in reading.Obligations.Where(obligation => obligation.Reported is not null || obligation.Answer is not null)
                .Concat(reading.Reports.Duties))
            {
                parts.Write(FormattableString.Invariant(
                    $"\n{one.Task.Key}{one.MilestoneKey}{one.Agency.Code}{one.Reported}{one.Answer}{one.Milestone.Due:yyyy-MM-dd}"));
            }
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }
}
