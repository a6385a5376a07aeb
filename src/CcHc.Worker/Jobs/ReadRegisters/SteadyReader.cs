using System.Globalization;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Workbooks;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Wording;
using CcHc.Worker.Engine;

namespace CcHc.Worker.Jobs.ReadRegisters;

/// <summary>A workbook's content, or why there is none.</summary>
/// <param name="ReadAt">When the bytes were read.</param>
/// <param name="IsEarlier">The file cannot be used now; its last good reading stands in.</param>
/// <param name="Snapshot">The bytes behind a fresh reading; null for an earlier one.</param>
public sealed record SteadyReading(WorkbookContent? Content, IReadOnlyList<Finding> Findings, DateTimeOffset ReadAt, bool IsEarlier, WorkbookSnapshot? Snapshot = null);

/// <summary>
/// Reads a workbook from a private copy. One that is locked, missing or broken for the moment is read from its last good copy and marked with its age:
/// a file that cannot be read never means that its tasks are gone.
/// </summary>
/// <param name="shelf">Null keeps nothing and falls back on nothing.</param>
public sealed class SteadyReader(RegisterShelf? shelf, OfficeClock clock)
{
    /// <summary>After so many days without its file a reading is no longer used: by then the office took the register away.</summary>
    public const int LongestAbsenceDays = 30;

    /// <summary>Of a handful of rows a third is soon gone for good reason.</summary>
    private const int FewestTasksToMiss = 6;

    public async Task<SteadyReading> ReadAsync(string fullPath, string name, CancellationToken cancellationToken)
    {
        var taken = WorkbookSnapshot.Take(fullPath);
        if (taken.Snapshot is not { } snapshot)
        {
            return await FromShelfAsync(name, taken.Refusal!.At(name, null, null), cancellationToken);
        }

        var read = WorkbookReader.Read(snapshot, name);
        return read.Content is { } content
            ? new SteadyReading(content, read.Findings, clock.Now, false, snapshot)
            : await FromShelfAsync(name, read.Refusal!, cancellationToken);
    }

    /// <summary>
    /// Keeps a good reading for the day its file cannot be read. A third of the tasks gone at once looks like an accident: the reading is not kept and the
    /// earlier one is returned in its place, until somebody accepts the loss.
    /// </summary>
    /// <param name="tasks">How many tasks the content holds.</param>
    public async Task<SteadyReading> KeepAsync(SteadyReading reading, int tasks, CancellationToken cancellationToken)
    {
        if (shelf is null || reading.Snapshot is not { } snapshot)
        {
            return reading;
        }

        var name = reading.Content!.Path;
        var known = await shelf.FindAsync(name, cancellationToken);
        if (known is not null && known.Tasks >= FewestTasksToMiss && tasks * 3 <= known.Tasks * 2)
        {
            return await FromShelfAsync(name, Shrunk(name, known.Tasks, tasks), cancellationToken);
        }

        if (known?.Hash != snapshot.Hash || known.Tasks != tasks || known.MissingSince is not null)
        {
            using var bytes = new MemoryStream(snapshot.Bytes.ToArray(), writable: false);
            await shelf.PutAsync(
                new ShelvedRegister
                {
                    Path = name,
                    Hash = snapshot.Hash,
                    Size = snapshot.Bytes.Length,
                    ModifiedAt = new DateTimeOffset(snapshot.ChangedAtUtc, TimeSpan.Zero),
                    ReadAt = reading.ReadAt,
                    Tasks = tasks,
                },
                bytes,
                cancellationToken);
        }

        return reading;
    }

    /// <summary>The last good reading of a file that is not there any more.</summary>
    public Task<SteadyReading> ReadAbsentAsync(ShelvedRegister absent, CancellationToken cancellationToken) => FromShelfAsync(
        absent.Path,
        new Finding(Severity.Error, "register-missing", absent.Path, null, null, "Không thấy sổ này trong thư mục.", "Đưa tệp trở lại chỗ cũ; nếu sổ đã thôi dùng thì không cần làm gì."),
        cancellationToken);

    private static Finding Shrunk(string name, int before, int now) => new(
        Severity.Error, "register-shrunk", name, null, null,
        string.Create(CultureInfo.InvariantCulture, $"Sổ còn {now} nhiệm vụ, lần đọc trước có {before}: mất từ một phần ba trở lên cùng lúc."),
        "Nếu lỡ xóa thì khôi phục tệp; nếu đúng là đã bỏ, nhờ quản trị viên xác nhận bằng lệnh cchc accept.");

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
