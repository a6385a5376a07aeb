using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Worker.Jobs.CollectReports;

/// <summary>Our copy of a dropped file (bản sao tệp nộp); of one too large to be read only that it is.</summary>
internal sealed class SubmittedFileCopy
{
    private readonly WorkbookSnapshot? _snapshot;
    private readonly FindingTemplate? _refusal;

    private SubmittedFileCopy(WorkbookSnapshot? snapshot, FindingTemplate? refusal, string hash, DateTimeOffset changedAt) => (_snapshot, _refusal, Hash, ChangedAt) = (snapshot, refusal, hash, changedAt);

    /// <summary>Of the bytes; where they are not read, of the file's size and time.</summary>
    public string Hash { get; }

    /// <summary>As the file system says.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>Empty where they were not read.</summary>
    public ReadOnlyMemory<byte> Bytes => _snapshot?.Bytes ?? default;

    /// <summary>Of a file that came by mail.</summary>
    public static SubmittedFileCopy Of(WorkbookSnapshot snapshot) => new(snapshot, null, snapshot.Hash, new DateTimeOffset(snapshot.ChangedAtUtc, TimeSpan.Zero));

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
        return new SubmittedFileCopy(null, taken.Refusal, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told))), new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
    }

    public SubmissionReading Judge(string name, ReportExpectations expected) => _snapshot is { } snapshot
        ? ReportReader.Read(snapshot, name, expected)
        : SubmissionReader.OfUnreadable(name, Hash, [_refusal!.At(name, null, null)], expected);

    /// <param name="issuedOn">The day its form went out.</param>
    public DateTimeOffset SavedAt(DateOnly issuedOn, DateTimeOffset now) => _snapshot is { } snapshot
        ? SavedTime.Of(snapshot, new DateTimeOffset(issuedOn, TimeOnly.MinValue, TimeSpan.Zero), now)
        : ChangedAt;
}
