using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Registers;
using CcHc.Core.Findings;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Reading;
using CcHc.Core.Registers.Recognition;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.StatusReport;

namespace CcHc.Office;

/// <summary>One round over the register folder: every register read once, its tasks under the keys they keep, whatever its file is called today.</summary>
/// <param name="records">Null for a look at the files alone.</param>
/// <param name="hints">What the office knows beside the workbooks: its agencies, and what it answered about columns.</param>
/// <param name="before">The last recognition that changed nothing; null for none.</param>
internal sealed class RegisterScan(SharedFolder folder, FallbackWorkbookReader reader, ScanHistory? records, ReadingHints hints, RecognitionCache? before)
{
    /// <summary>Larger files are read one at a time: what one takes up in memory may be all there is.</summary>
    private const int LargeFileBytes = 1 << 20;

    /// <summary>More would only fill the memory.</summary>
    private static readonly int SideBySide = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private readonly List<UsedRegister> _used = [];
    private readonly List<Finding> _findings = [];

    // Shelved readings of files that were renamed, or are copies.
    private readonly List<string> _forgotten = [];
    private IReadOnlyList<KnownRegister> _changed = [];

    /// <summary>A register of today's work, with what was found about its file.</summary>
    public IReadOnlyList<UsedRegister> Registers => _used;

    /// <summary>What to give the next round; null where this one was none to go by.</summary>
    public RecognitionCache? Quiet { get; private set; }

    /// <summary>Nothing is known now of some register that may be read soon.</summary>
    public bool HasAwaited { get; private set; }

    /// <summary>What was found about files that are not among the registers.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    public async Task ReadAsync(DateOnly today, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        var shelved = await reader.ShelvedAsync(cancellationToken);
        var listing = List(mayBeAway: records is not null && shelved.Count > 0);
        _findings.AddRange(listing.Findings);
        var absent = Absent(listing, shelved);
        var (done, count) = (0, listing.Workbooks.Count + absent.Count);

        // A program just started needs what was remembered in any case; one that goes on mostly does not.
        var remembering = before is null ? Task.Run(() => RememberedAsync(cancellationToken), cancellationToken) : null;
        var reading = ReadAllAsync(listing.Workbooks, shelved, () => progress.Report((Interlocked.Increment(ref done), count)), cancellationToken);
        await Task.WhenAll(reading, remembering ?? Task.CompletedTask);
        var read = await reading;
        var unreadable = read.Where(one => one.Content is null).ToList();
        _findings.AddRange(unreadable.SelectMany(one => one.Findings));
        HasAwaited = unreadable.Exists(one => one.IsAwaited);
        var present = read.Where(one => one.Content is not null).ToList();
        var isWhole = absent.Count == 0 && unreadable.Count == 0;

        var remembered = remembering is null ? null : await remembering;
        var revision = remembered?.Revision ?? await RevisionAsync(cancellationToken);
        IReadOnlyList<RegisterReading> readings = [.. present.Select(one => one.Content!)];
        if (isWhole && before is not null && before.Holds(today, revision, readings))
        {
            Quiet = before;
            _findings.AddRange(Use(present, before.Recognized));
            return;
        }

        var recognition = new RegisterRecognition(remembered?.Registers ?? await ListAsync(cancellationToken), today);
        var held = absent.Where(reader.MayStandIn).ToList();
        var unread =
            new UnreadRegisters(unreadable.Select(one => one.Name).ToHashSet(StringComparer.Ordinal), Paths(held), Paths(held.Where(reader.IsJustGone)));
        var recognized = recognition.Recognize(readings, unread);
        _findings.AddRange(Use(present, recognized));

        var (earlier, lost) = (new List<FallbackReading<RegisterReading>>(), new List<FallbackReading<RegisterReading>>());
        var hashes = _used.Select(one => one.Register.Hash).ToHashSet(StringComparer.Ordinal);
        foreach (var register in absent)
        {
            // Found under another name, by its tasks or, before anything was remembered of it, by its bytes: it was not taken away.
            if (recognition.HasMovedFrom(register.Path) || hashes.Contains(register.Hash))
            {
                _forgotten.Add(register.Path);
            }
            else
            {
                var last = await reader.ReadAbsentAsync(register, Parse, cancellationToken);
                (last.Content is null ? lost : earlier).Add(last);
            }

            progress.Report((++done, count));
        }

        HasAwaited |= lost.Exists(one => one.IsAwaited);
        _findings.AddRange(lost.SelectMany(one => one.Findings));
        // Of a file that is gone and only repeats another there is nothing to tell.
        Use(earlier, recognition.Recognize([.. earlier.Select(one => one.Content!)], UnreadRegisters.None));
        _changed = recognition.Changed;
        Quiet = isWhole && _changed.Count == 0 ? new RecognitionCache(today, revision, readings, recognized) : null;
    }

    /// <summary>The revision first: what changes in between is then read again by the next round.</summary>
    private async Task<Remembered> RememberedAsync(CancellationToken cancellationToken) =>
        new(await RevisionAsync(cancellationToken), await ListAsync(cancellationToken));

    private async Task<long> RevisionAsync(CancellationToken cancellationToken) =>
        records is null ? 0 : await records.Memory.RevisionAsync(cancellationToken);

    private async Task<IReadOnlyList<KnownRegister>> ListAsync(CancellationToken cancellationToken) =>
        records is null ? [] : await records.Memory.ListAsync(cancellationToken);

    private sealed record Remembered(long Revision, IReadOnlyList<KnownRegister> Registers);

    /// <summary>Leaves behind what the next round needs; nothing where nothing changed.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (records is null)
        {
            return;
        }

        await records.Memory.PutAsync(_changed, cancellationToken);
        foreach (var one in _used)
        {
            await reader.KeepAsync(one.Steady, one.Register.Tasks.Count, cancellationToken);
        }

        foreach (var path in _forgotten)
        {
            await records.Shelf.RemoveAsync(path, cancellationToken);
        }
    }

    /// <returns>What is to be told of copies, which are not used.</returns>
    private List<Finding> Use(IReadOnlyList<FallbackReading<RegisterReading>> read, IReadOnlyList<RecognizedRegister> recognized)
    {
        var copies = new List<Finding>();
        foreach (var (steady, (register, copyOf)) in read.Zip(recognized))
        {
            if (copyOf is null)
            {
                _used.Add(new UsedRegister(steady, register));
                continue;
            }

            copies.AddRange(register.Findings);
            if (steady.Shelved is not null)
            {
                _forgotten.Add(steady.Name);
            }
        }

        return copies;
    }

    /// <returns>One for each file, in their order; those that neither themselves nor by an earlier reading can be used say nothing.</returns>
    private async Task<IReadOnlyList<FallbackReading<RegisterReading>>> ReadAllAsync(
        IReadOnlyList<string> paths, IReadOnlyDictionary<string, RegisterSnapshot> shelved, Action step, CancellationToken cancellationToken)
    {
        var read = new FallbackReading<RegisterReading>[paths.Count];
        var bySize = Enumerable.Range(0, paths.Count).ToLookup(i => new FileInfo(paths[i]) is { Exists: true, Length: > LargeFileBytes });
        var small = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(bySize[false], small, async (i, _) => await ReadOneAsync(i));
        foreach (var i in bySize[true])
        {
            await ReadOneAsync(i);
        }

        reader.Memory.Keep([.. paths.Select(folder.NameOf), .. SharedFolder.ListFileNames]);
        return read;

        async Task ReadOneAsync(int i)
        {
            var name = folder.NameOf(paths[i]);
            var one = await reader.ReadAsync(paths[i], name, Parse, cancellationToken, hints.Basis);
            read[i] = one.Content is { } said ? await reader.HoldAsync(one, said.Tasks.Count, shelved.GetValueOrDefault(name), Parse, cancellationToken) : one;
            step();
        }
    }

    /// <summary>A share that is away leaves the last good readings to work with, and says so.</summary>
    private RegisterFolderListing List(bool mayBeAway)
    {
        try
        {
            return RegisterFolder.List(folder);
        }
        catch (Exception away) when (mayBeAway && (away is IOException or UnauthorizedAccessException))
        {
            return new RegisterFolderListing([], [new Finding(
                Severity.Error, "share-away", folder.NameOf(folder.Registers), null, null,
                $"Không vào được thư mục sổ theo dõi ({away.Message}). Hôm nay dùng bản đọc được lần trước của từng sổ.",
                "Kiểm tra thư mục mạng còn kết nối và tài khoản chạy dịch vụ còn quyền vào.")]);
        }
    }

    private RegisterReading Parse(WorkbookContent content) => RegisterParser.Parse(content, hints: hints);

    private IReadOnlyList<RegisterSnapshot> Absent(RegisterFolderListing listing, IReadOnlyDictionary<string, RegisterSnapshot> shelved)
    {
        if (records is null)
        {
            return [];
        }

        var present = listing.Workbooks.Select(folder.NameOf).Concat(SharedFolder.ListFileNames).ToHashSet(StringComparer.Ordinal);
        return [.. shelved.Values.Where(register => !present.Contains(register.Path)).OrderBy(register => register.Path, StringComparer.Ordinal)];
    }

    private static HashSet<string> Paths(IEnumerable<RegisterSnapshot> registers) =>
        registers.Select(register => register.Path).ToHashSet(StringComparer.Ordinal);
}

/// <summary>A register of today's work (sổ được dùng), and how its file was read.</summary>
/// <param name="Register">Under the keys its tasks keep.</param>
internal sealed record UsedRegister(FallbackReading<RegisterReading> Steady, RegisterReading Register)
{
    public SourceFile Source => new(Register.File, Register.Hash, Steady.ReadAt, Register.Tasks.Count, Steady.IsEarlier) { Columns = Register.Columns };
}
