using System.Collections.Concurrent;
using System.Security.Cryptography;
using CcHc.Adapters.Files;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>
/// A private copy (bản chụp) of a workbook others may have open: read with full sharing into memory, nothing is written beside the original. The copy is only
/// taken when size and time of the file were the same before and after.
/// </summary>
public sealed class WorkbookSnapshot
{
    // Copies that hang in the network: they end when it comes back, and until then the same file is not begun again, so that no threads pile up.
    private static readonly ConcurrentDictionary<string, Task> Hanging = new(StringComparer.Ordinal);

    private static readonly LocalDisks Local = new(believed: TimeSpan.FromMinutes(1));

    private WorkbookSnapshot(byte[] bytes, DateTime changedAtUtc) =>
        (Bytes, ChangedAtUtc, Hash) = (bytes, changedAtUtc, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Of bytes kept earlier.</summary>
    public static WorkbookSnapshot Of(byte[] bytes, DateTime changedAtUtc) => new(bytes, changedAtUtc);

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>SHA-256 of <see cref="Bytes"/>, lower-case hex.</summary>
    public string Hash { get; }

    public DateTime ChangedAtUtc { get; }

    /// <summary>As <see cref="TakeAsync"/>, for callers that can only wait.</summary>
    public static SnapshotOutcome Take(string path, WorkbookLimits? limits = null, Func<string, Stream>? open = null) =>
        TakeAsync(path, limits, open).GetAwaiter().GetResult();

    /// <summary>Never throws for a file that is missing, a link, locked, growing, too large, too slow or forbidden: the outcome says which.</summary>
    /// <param name="open">How the file is opened for reading; by default with every sharing allowed.</param>
    public static async Task<SnapshotOutcome> TakeAsync(string path, WorkbookLimits? limits = null, Func<string, Stream>? open = null)
    {
        var bounds = limits ?? WorkbookLimits.Default;
        if (Hanging.TryGetValue(path, out var hanging) && !hanging.IsCompleted)
        {
            return new SnapshotOutcome(null, WorkbookFindings.TooSlow, true);
        }

        using var patience = new CancellationTokenSource(bounds.MaxTime);
        try
        {
            return open is null && Local.Hold(path)
                ? Copy(path, bounds, SharedFile.OpenRead, patience.Token)
                : await CopyBesideAsync(path, bounds, open ?? SharedFile.OpenRead, patience.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (Explain(failure) is { } explained)
        {
            return explained;
        }
    }

    /// <summary>A read that hangs in the network cannot be called back; it is left to end by itself on its own thread.</summary>
    private static async Task<SnapshotOutcome> CopyBesideAsync(string path, WorkbookLimits limits, Func<string, Stream> open, CancellationToken patience)
    {
        var copying = Task.Run(() => Copy(path, limits, open, patience));
        try
        {
            var outcome = await copying.WaitAsync(limits.MaxTime, CancellationToken.None).ConfigureAwait(false);
            Hanging.TryRemove(path, out _);
            return outcome;
        }
        catch (TimeoutException)
        {
            Hanging[path] = copying;
            return new SnapshotOutcome(null, WorkbookFindings.TooSlow, true);
        }
    }

    private static SnapshotOutcome Copy(string path, WorkbookLimits limits, Func<string, Stream> open, CancellationToken patience)
    {
        var before = new FileInfo(path);
        if (before.LinkTarget is not null)
        {
            return new SnapshotOutcome(null, UnreadKinds.Link, false);
        }

        if (!before.Exists)
        {
            return new SnapshotOutcome(null, WorkbookFindings.Missing, true);
        }

        if (before.Length > limits.MaxFileBytes)
        {
            return new SnapshotOutcome(null, WorkbookFindings.TooLarge(limits.MaxFileBytes), false);
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)before.Length);
        // What has no length is not opened: it may be a pipe, which holds its reader until somebody writes into it.
        if (bytes.Length > 0)
        {
            using var original = open(path);
            if (!Fill(bytes, original, patience))
            {
                return new SnapshotOutcome(null, WorkbookFindings.Growing, true);
            }
        }

        Local.Look(path);
        var after = new FileInfo(path);
        return after.Exists && after.Length == before.Length && after.LastWriteTimeUtc == before.LastWriteTimeUtc
            ? new SnapshotOutcome(new WorkbookSnapshot(bytes, after.LastWriteTimeUtc), null, false)
            : new SnapshotOutcome(null, WorkbookFindings.Growing, true);
    }

    /// <returns>False when the file holds fewer or more bytes than its size said.</returns>
    private static bool Fill(byte[] bytes, Stream original, CancellationToken patience)
    {
        var filled = 0;
        while (filled < bytes.Length)
        {
            patience.ThrowIfCancellationRequested();
            var read = original.Read(bytes, filled, Math.Min(bytes.Length - filled, 1 << 20));
            if (read == 0)
            {
                return false;
            }

            filled += read;
        }

        return original.ReadByte() < 0;
    }

    private static SnapshotOutcome? Explain(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => new SnapshotOutcome(null, WorkbookFindings.Missing, true),
        UnauthorizedAccessException => new SnapshotOutcome(null, WorkbookFindings.NotAllowed, true),
        OperationCanceledException => new SnapshotOutcome(null, WorkbookFindings.TooSlow, true),
        IOException locked when IsSharingViolation(locked) => new SnapshotOutcome(null, WorkbookFindings.Locked, true),
        IOException => new SnapshotOutcome(null, WorkbookFindings.Unreadable, true),
        _ => null,
    };

    /// <summary>
    /// ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows. Elsewhere EBUSY, as a mounted Windows share answers for a file another machine has for
    /// itself, and EAGAIN of a locked stretch (11 on Linux, 35 on macOS).
    /// </summary>
    private static bool IsSharingViolation(IOException failure) =>
        OperatingSystem.IsWindows() ? (failure.HResult & 0xFFFF) is 32 or 33 : failure.HResult is 11 or 16 or 35;
}

/// <summary>A snapshot, or why there is none.</summary>
/// <param name="Refusal">Null exactly when there is a snapshot.</param>
/// <param name="IsTemporary">True when trying again later may succeed without anybody doing anything.</param>
public sealed record SnapshotOutcome(WorkbookSnapshot? Snapshot, FindingTemplate? Refusal, bool IsTemporary)
{
    /// <summary>There was no such file.</summary>
    public bool IsMissing => Refusal == WorkbookFindings.Missing;
}
