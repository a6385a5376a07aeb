using System.Globalization;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Wording;

namespace CcHc.Office;

/// <summary>What a workbook says, or why nothing is known of it.</summary>
/// <param name="Content">The same object as at the last reading while the file is the same.</param>
/// <param name="Findings">About the file as such; the same object, too.</param>
/// <param name="ReadAt">When the bytes were read.</param>
/// <param name="IsEarlier">The file cannot be used now; its last good reading stands in.</param>
/// <param name="Snapshot">The bytes behind a fresh reading, while they are not on the shelf; null for an earlier one.</param>
public sealed record FallbackReading<T>(string Name, T? Content, IReadOnlyList<Finding> Findings, DateTimeOffset ReadAt, bool IsEarlier,
    WorkbookSnapshot? Snapshot = null)
    where T : class
{
    /// <summary>Of the bytes read; empty when nothing was.</summary>
    public string Hash { get; init; } = "";

    /// <summary>
    /// Nothing is known of the file now, and may be soon without anybody doing anything: it is locked, or being copied, or the disk does not answer.
    /// </summary>
    public bool IsAwaited { get; init; }

    /// <summary>What the shelf has of this file; null when that was not looked up, or nothing.</summary>
    public RegisterSnapshot? Shelved { get; init; }
}

/// <summary>
/// Reads a workbook from a private copy. One that is locked, missing or broken for the moment is read from its last good copy and marked with its age: a file
/// that cannot be read never means that its tasks are gone.
/// </summary>
/// <param name="shelf">Null keeps nothing and falls back on nothing.</param>
/// <param name="take">How the private copy is taken; null: as <see cref="WorkbookSnapshot"/> does.</param>
public sealed class FallbackWorkbookReader(RegisterSnapshots? shelf, OfficeClock clock, Func<string, SnapshotOutcome>? take = null)
{
    /// <summary>After so many days without its file a reading is no longer used: by then the office took the register away.</summary>
    public const int LongestAbsenceDays = 30;

    /// <summary>Of a handful of rows a third is soon gone for good reason.</summary>
    private const int FewestTasksToMiss = 6;

    /// <summary>Unchanged files are not read again.</summary>
    public ParsedFileCache Memory { get; } = new();

    /// <param name="understand">Must say the same of the same workbook each time on the same basis.</param>
    /// <param name="basis">As <see cref="ParsedFileCache.Read"/> takes it.</param>
    public async Task<FallbackReading<T>> ReadAsync<T>(string fullPath, string name, Func<WorkbookContent, T> understand, CancellationToken cancellationToken,
        string basis = "")
        where T : class
    {
        var taken = take is null ? await WorkbookSnapshot.TakeAsync(fullPath) : take(fullPath);
        if (taken.Snapshot is not { } snapshot)
        {
            // A file that never was there is not waited for.
            return await FromShelfAsync(name, taken.Refusal!.At(name, null, null), understand, cancellationToken,
                taken is { IsTemporary: true, IsMissing: false });
        }

        var read = Memory.Read(snapshot, name, understand, basis);
        return read.Said is { } said
            ? new FallbackReading<T>(name, said, read.Findings, clock.Now, false, snapshot) { Hash = snapshot.Hash }
            : await FromShelfAsync(name, read.Refusal!, understand, cancellationToken);
    }

    /// <summary>Everything on the shelf, by path.</summary>
    public async Task<IReadOnlyDictionary<string, RegisterSnapshot>> ShelvedAsync(CancellationToken cancellationToken) =>
        shelf is null ? new Dictionary<string, RegisterSnapshot>()
            : (await shelf.ListAsync(cancellationToken)).ToDictionary(register => register.Path, StringComparer.Ordinal);

    /// <summary>What the shelf has of a file; null for nothing.</summary>
    public async Task<RegisterSnapshot?> FindAsync(string name, CancellationToken cancellationToken) =>
        shelf is null ? null : await shelf.FindAsync(name, cancellationToken);

    /// <summary>Whether the office has such a file, or had it when it was last looked for: one that only is away for a moment is still read.</summary>
    public async Task<bool> IsKnownAsync(string fullPath, string name, CancellationToken cancellationToken) =>
        File.Exists(fullPath) || await FindAsync(name, cancellationToken) is not null;

    /// <summary>
    /// A third of the tasks gone at once looks like an accident: the earlier reading is returned in place of this one, until somebody accepts the loss.
    /// </summary>
    /// <param name="tasks">How many tasks the file holds.</param>
    /// <param name="known">What the shelf has of it; null for nothing.</param>
    public async Task<FallbackReading<T>> HoldAsync<T>(FallbackReading<T> reading, int tasks, RegisterSnapshot? known, Func<WorkbookContent, T> understand,
        CancellationToken cancellationToken)
        where T : class
    {
        if (reading.Snapshot is not { } snapshot || known is null)
        {
            return reading;
        }

        if (known.Tasks >= FewestTasksToMiss && tasks * 3 <= known.Tasks * 2)
        {
            return await FromShelfAsync(reading.Name, Shrunk(reading.Name, known.Tasks, tasks), understand, cancellationToken);
        }

        var isKept = known.Hash == snapshot.Hash && known.Tasks == tasks && known.MissingSince is null;
        return reading with { Shelved = known, Snapshot = isKept ? null : snapshot };
    }

    /// <summary>
    /// Puts a good reading on the shelf for the day its file cannot be read; remembers since when it could not. Writes nothing when nothing changed.
    /// </summary>
    /// <param name="reading">As <see cref="HoldAsync"/> or <see cref="ReadAbsentAsync"/> gave it.</param>
    public async Task KeepAsync<T>(FallbackReading<T> reading, int tasks, CancellationToken cancellationToken)
        where T : class
    {
        if (shelf is null)
        {
            return;
        }

        if (reading.Snapshot is { } snapshot)
        {
            using var bytes = new MemoryStream(snapshot.Bytes.ToArray(), writable: false);
            await shelf.PutAsync(
                new RegisterSnapshot
                {
                    Path = reading.Name,
                    Hash = snapshot.Hash,
                    Size = snapshot.Bytes.Length,
                    ModifiedAt = new DateTimeOffset(snapshot.ChangedAtUtc, TimeSpan.Zero),
                    ReadAt = reading.ReadAt,
                    Tasks = tasks,
                },
                bytes,
                cancellationToken);
        }
        else if (reading is { IsEarlier: true, Shelved.MissingSince: null })
        {
            await shelf.MarkMissingAsync(reading.Name, clock.Now, cancellationToken);
        }
    }

    /// <summary>True while the last reading of a file that is gone may stand in for it.</summary>
    public bool MayStandIn(RegisterSnapshot absent) => absent.MissingSince is not { } since || (clock.Now - since).TotalDays <= LongestAbsenceDays;

    /// <summary>True when the file was there yesterday.</summary>
    public bool IsJustGone(RegisterSnapshot absent) => absent.MissingSince is not { } since || DayOf(since) >= clock.Today;

    /// <summary>The last good reading of a file that is not there any more.</summary>
    public Task<FallbackReading<T>> ReadAbsentAsync<T>(RegisterSnapshot absent, Func<WorkbookContent, T> understand, CancellationToken cancellationToken)
        where T : class => FromShelfAsync(
        absent.Path,
        new Finding(Severity.Error, "register-missing", absent.Path, null, null, "Không thấy sổ này trong thư mục.",
            "Đưa tệp trở lại chỗ cũ; nếu sổ đã thôi dùng thì không cần làm gì."),
        understand,
        cancellationToken);

    private static Finding Shrunk(string name, int before, int now) => new(
        Severity.Error, "register-shrunk", name, null, null,
        string.Create(CultureInfo.InvariantCulture, $"Sổ còn {now} nhiệm vụ, lần đọc trước có {before}: mất từ một phần ba trở lên cùng lúc."),
        "Nếu lỡ xóa thì khôi phục tệp; nếu đúng là đã bỏ, nhờ quản trị viên xác nhận bằng lệnh cchc accept.");

    /// <param name="mayPass">The trouble with the file itself may pass without anybody doing anything.</param>
    private async Task<FallbackReading<T>> FromShelfAsync<T>(string name, Finding trouble, Func<WorkbookContent, T> understand,
        CancellationToken cancellationToken, bool mayPass = false)
        where T : class
    {
        if (shelf is null || await FindAsync(name, cancellationToken) is not { } known)
        {
            return new FallbackReading<T>(name, null, [trouble], clock.Now, false) { IsAwaited = mayPass };
        }

        if (!MayStandIn(known))
        {
            var late = trouble with { Message = trouble.Message + $" Đã quá {LongestAbsenceDays} ngày nên không còn nhắc việc của sổ này." };
            return new FallbackReading<T>(name, null, [late], clock.Now, false) { Shelved = known };
        }

        var earlier = WorkbookReader.Read(shelf.SnapshotPath(known), name);
        var aged = trouble with { Message = trouble.Message + $" Đang dùng bản đọc ngày {Vietnamese.Day(DayOf(known.ReadAt))}." };
        var said = earlier.Content is { } content ? understand(content) : null;
        return new FallbackReading<T>(name, said, [aged, .. earlier.Findings, .. earlier.Refusal is { } lost ? [lost] : Array.Empty<Finding>()],
            known.ReadAt, true)
        {
            Shelved = known,
            Hash = known.Hash,
            IsAwaited = said is null && (mayPass || earlier.IsTemporary),
        };
    }

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(clock.Now.Offset).DateTime);
}
