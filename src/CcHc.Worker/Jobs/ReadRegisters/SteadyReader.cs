using CcHc.Adapters.Storage;
using CcHc.Adapters.Workbooks;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Wording;
using CcHc.Worker.Engine;

namespace CcHc.Worker.Jobs.ReadRegisters;

/// <summary>A workbook's content, or why there is none.</summary>
/// <param name="ReadAt">When the bytes were read.</param>
/// <param name="IsEarlier">The file cannot be read now; its last good reading stands in.</param>
public sealed record SteadyReading(WorkbookContent? Content, IReadOnlyList<Finding> Findings, DateTimeOffset ReadAt, bool IsEarlier);

/// <summary>
/// Reads a workbook from a private copy. One that is locked, missing or broken for the moment is read from its last good copy and marked with its age:
/// a file that cannot be read never means that its tasks are gone.
/// </summary>
/// <param name="shelf">Null keeps nothing and falls back on nothing.</param>
public sealed class SteadyReader(RegisterShelf? shelf, OfficeClock clock)
{
    /// <summary>After so many days without its file a reading is no longer used: by then the office took the register away.</summary>
    public const int LongestAbsenceDays = 30;

    public async Task<SteadyReading> ReadAsync(string fullPath, string name, CancellationToken cancellationToken)
    {
        var taken = WorkbookSnapshot.Take(fullPath);
        if (taken.Snapshot is not { } snapshot)
        {
            return await FromShelfAsync(name, taken.Refusal!.At(name, null, null), cancellationToken);
        }

        var read = WorkbookReader.Read(snapshot, name);
        return read.Content is { } content
            ? await KeptAsync(snapshot, content, read.Findings, cancellationToken)
            : await FromShelfAsync(name, read.Refusal!, cancellationToken);
    }

    /// <summary>The last good reading of a file that is not there any more.</summary>
    public Task<SteadyReading> ReadAbsentAsync(ShelvedRegister absent, CancellationToken cancellationToken) => FromShelfAsync(
        absent.Path,
        new Finding(Severity.Error, "register-missing", absent.Path, null, null, "Không thấy sổ này trong thư mục.", "Đưa tệp trở lại chỗ cũ; nếu sổ đã thôi dùng thì không cần làm gì."),
        cancellationToken);

    private async Task<SteadyReading> KeptAsync(WorkbookSnapshot snapshot, WorkbookContent content, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (shelf is not null)
        {
            var known = await shelf.FindAsync(content.Path, cancellationToken);
            if (known?.Hash != snapshot.Hash || known.MissingSince is not null)
            {
                using var bytes = new MemoryStream(snapshot.Bytes.ToArray(), writable: false);
                await shelf.PutAsync(
                    new ShelvedRegister
                    {
                        Path = content.Path,
                        Hash = snapshot.Hash,
                        Size = snapshot.Bytes.Length,
                        ModifiedAt = new DateTimeOffset(snapshot.ChangedAtUtc, TimeSpan.Zero),
                        ReadAt = now,
                    },
                    bytes,
                    cancellationToken);
            }
        }

        return new SteadyReading(content, findings, now, false);
    }

    private async Task<SteadyReading> FromShelfAsync(string name, Finding trouble, CancellationToken cancellationToken)
    {
        if (shelf is null || await shelf.FindAsync(name, cancellationToken) is not { } known)
        {
            return new SteadyReading(null, [trouble], clock.Now, false);
        }

        await shelf.MarkMissingAsync(name, clock.Now, cancellationToken);
        if (known.MissingSince is { } since && (clock.Now - since).TotalDays > LongestAbsenceDays)
        {
            return new SteadyReading(null, [trouble with { Message = trouble.Message + $" Đã quá {LongestAbsenceDays} ngày nên không còn nhắc việc của sổ này." }], clock.Now, false);
        }

        var earlier = WorkbookReader.Read(shelf.SnapshotPath(known), name);
        var aged = trouble with
        {
            Message = trouble.Message + $" Đang dùng bản đọc ngày {Vietnamese.Day(DateOnly.FromDateTime(known.ReadAt.ToOffset(clock.Now.Offset).DateTime))}.",
        };
        return new SteadyReading(earlier.Content, [aged, .. earlier.Findings, .. earlier.Refusal is { } lost ? [lost] : Array.Empty<Finding>()], known.ReadAt, true);
    }
}
