using CcHc.Adapters.Sharing;
using CcHc.Adapters.Storage;
using CcHc.Core.Findings;
using CcHc.Core.Identity;
using CcHc.Core.Registers;
using CcHc.Core.Reports;

namespace CcHc.Worker.Jobs.ReadRegisters;

/// <summary>One round over the register folder: every register read once, its tasks under the keys they keep, whatever its file is called today.</summary>
/// <param name="records">Null for a look at the files alone.</param>
internal sealed class RegisterRound(SharedFolder folder, SteadyReader reader, RegisterRecords? records)
{
    private readonly List<SteadyRegister> _used = [];
    private readonly List<Finding> _findings = [];

    // Shelved readings of files that were renamed, or are copies.
    private readonly List<string> _forgotten = [];
    private IReadOnlyList<KnownRegister> _changed = [];

    /// <summary>A register, and how its file was read.</summary>
    private sealed record SteadyRegister(SteadyReading Steady, RegisterReading Register);

    public IEnumerable<(RegisterReading Register, SourceFile Source)> Registers => _used.Select(one =>
        (one.Register, new SourceFile(one.Register.File, one.Register.Hash, one.Steady.ReadAt, one.Register.Tasks.Count, one.Steady.IsEarlier) { Columns = one.Register.Columns }));

    /// <summary>What was found about files that are not among the registers.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    public async Task ReadAsync(DateOnly today, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        var listing = RegisterFolder.List(folder);
        _findings.AddRange(listing.Findings);
        var absent = await AbsentAsync(listing, cancellationToken);
        var recognition = new RegisterRecognition(records is null ? [] : await records.Memory.ListAsync(cancellationToken), today);
        var (done, count) = (0, listing.Workbooks.Count + absent.Count);

        var present = new List<SteadyRegister>();
        var unreadable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in listing.Workbooks)
        {
            var name = folder.NameOf(path);
            if (await ParsedAsync(await reader.ReadAsync(path, name, cancellationToken), cancellationToken) is { } register)
            {
                present.Add(register);
            }
            else
            {
                unreadable.Add(name);
            }

            progress.Report((++done, count));
        }

        var held = absent.Where(reader.MayStandIn).ToList();
        _findings.AddRange(Use(present, recognition, new UnreadRegisters(unreadable, Paths(held), Paths(held.Where(reader.IsJustGone)))));

        var earlier = new List<SteadyRegister>();
        var hashes = _used.Select(one => one.Register.Hash).ToHashSet(StringComparer.Ordinal);
        foreach (var register in absent)
        {
            // Found under another name, by its tasks or, before anything was remembered of it, by its bytes: it was not taken away.
            if (recognition.HasMovedFrom(register.Path) || hashes.Contains(register.Hash))
            {
                _forgotten.Add(register.Path);
            }
            else if (await ParsedAsync(await reader.ReadAbsentAsync(register, cancellationToken), cancellationToken) is { } stillUsed)
            {
                earlier.Add(stillUsed);
            }

            progress.Report((++done, count));
        }

        // Of a file that is gone and only repeats another there is nothing to tell.
        Use(earlier, recognition, UnreadRegisters.None);
        _changed = recognition.Changed;
    }

    /// <summary>Leaves behind what the next round needs; nothing where nothing changed.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (records is null)
        {
            return;
        }

        await records.Memory.PutAsync(_changed, cancellationToken);
        foreach (var (steady, register) in _used)
        {
            await reader.KeepAsync(steady, register.Tasks.Count, cancellationToken);
        }

        foreach (var path in _forgotten)
        {
            await records.Shelf.RemoveAsync(path, cancellationToken);
        }
    }

    /// <returns>What is to be told of copies, which are not used.</returns>
    private List<Finding> Use(List<SteadyRegister> read, RegisterRecognition recognition, UnreadRegisters unread)
    {
        var copies = new List<Finding>();
        foreach (var ((steady, _), (register, copyOf)) in read.Zip(recognition.Recognize([.. read.Select(one => one.Register)], unread)))
        {
            if (copyOf is null)
            {
                _used.Add(new SteadyRegister(steady, register with { Findings = [.. steady.Findings, .. register.Findings] }));
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

    /// <summary>Parses what was read and lets go of its cells; null when neither the file nor an earlier reading can be used.</summary>
    private async Task<SteadyRegister?> ParsedAsync(SteadyReading read, CancellationToken cancellationToken)
    {
        var register = read.Content is { } content ? RegisterParser.Parse(content) : null;
        var held = register is null ? read : await reader.HoldAsync(read, register.Tasks.Count, cancellationToken);
        if (held.Content is not { } used)
        {
            _findings.AddRange(held.Findings);
            return null;
        }

        return new SteadyRegister(held with { Content = null }, ReferenceEquals(used, read.Content) ? register! : RegisterParser.Parse(used));
    }

    private async Task<IReadOnlyList<ShelvedRegister>> AbsentAsync(RegisterFolderListing listing, CancellationToken cancellationToken)
    {
        if (records is null)
        {
            return [];
        }

        var present = listing.Workbooks.Select(folder.NameOf).Concat(SharedFolder.ListFileNames).ToHashSet(StringComparer.Ordinal);
        return [.. (await records.Shelf.ListAsync(cancellationToken)).Where(register => !present.Contains(register.Path))];
    }

    private static HashSet<string> Paths(IEnumerable<ShelvedRegister> registers) => registers.Select(register => register.Path).ToHashSet(StringComparer.Ordinal);
}
