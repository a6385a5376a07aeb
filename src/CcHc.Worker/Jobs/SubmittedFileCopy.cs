using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Worker.Jobs;

/// <summary>Our copy of a dropped file (bản sao tệp nộp); of one too large to be read only that it is.</summary>
internal sealed class SubmittedFileCopy
{
    /// <summary>A file no program can read may still be on its way here; only when nobody touched it for so long it is refused.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    private readonly WorkbookSnapshot? _snapshot;
    private readonly FindingTemplate? _refusal;

    private SubmittedFileCopy(WorkbookSnapshot? snapshot, FindingTemplate? refusal, string hash, DateTimeOffset changedAt) =>
        (_snapshot, _refusal, Hash, ChangedAt) = (snapshot, refusal, hash, changedAt);

    /// <summary>Of the bytes; where they are not read, of the file's size and time.</summary>
    public string Hash { get; }

    /// <summary>As the file system says.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>Empty where they were not read.</summary>
    public ReadOnlyMemory<byte> Bytes => _snapshot?.Bytes ?? default;

    /// <summary>Of a file that came by mail.</summary>
    public static SubmittedFileCopy Of(WorkbookSnapshot snapshot) =>
        new(snapshot, null, snapshot.Hash, new DateTimeOffset(snapshot.ChangedAtUtc, TimeSpan.Zero));

    /// <returns>Null when it cannot be copied now.</returns>
    public static SubmittedFileCopy? Take(string path)
    {
        var taken = WorkbookSnapshot.Take(path);
        if (taken.Snapshot is { } snapshot)
        {
            return new SubmittedFileCopy(snapshot, null, snapshot.Hash, new DateTimeOffset(snapshot.ChangedAtUtc, TimeSpan.Zero));
        }

        if (taken.IsTemporary)
        {
            return null;
        }

        var file = new FileInfo(path);
        var told = string.Create(CultureInfo.InvariantCulture, $"{(file.Exists ? file.Length : 0)} {file.LastWriteTimeUtc.Ticks}");
        return new SubmittedFileCopy(null, taken.Refusal, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told))),
            new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
    }

    public SubmissionReading Judge(string name, ReportExpectations expected) => Read(
        snapshot => ReportReader.Read(snapshot, name, expected),
        refusal => SubmissionReader.OfUnreadable(name, Hash, [refusal.At(name, null, null)], expected));

    /// <param name="refuse">What becomes of one that was not read, and why.</param>
    public T Read<T>(Func<WorkbookSnapshot, T> read, Func<FindingTemplate, T> refuse) => _snapshot is { } snapshot ? read(snapshot) : refuse(_refusal!);

    /// <summary>Cut short, or the room for it taken and nothing written into it yet, and touched a moment ago.</summary>
    /// <param name="findings">What reading it gave.</param>
    public bool MayStillBeComing(IEnumerable<Finding> findings, DateTimeOffset now) =>
        WasJustTouched(now) && findings.Any(finding => finding.Code is "workbook-damaged" or "workbook-unknown" or "file-empty");

    public bool WasJustTouched(DateTimeOffset now) => now - ChangedAt < Settling;

    /// <param name="issuedOn">The day its form went out.</param>
    public DateTimeOffset SavedAt(DateOnly issuedOn, DateTimeOffset now) => _snapshot is { } snapshot
        ? SavedTime.Of(snapshot, new DateTimeOffset(issuedOn, TimeOnly.MinValue, TimeSpan.Zero), now)
        : ChangedAt;
}
