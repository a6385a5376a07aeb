namespace CcHc.Core.Registers.Recognition;

/// <summary>A register read now, under the keys its tasks keep.</summary>
/// <param name="CopyOf">The path of the register this file only repeats; then the reading holds no task and one finding.</param>
public sealed record RecognizedRegister(RegisterReading Reading, string? CopyOf);

/// <summary>Registers that are not read from their own files just now.</summary>
/// <param name="Unreadable">Paths of files that are there and cannot be read: what lay there still does.</param>
/// <param name="Held">Paths that are gone and whose last reading is still used.</param>
/// <param name="JustGone">Those of them that were there yesterday: a share that is away for a minute must not make a copy the register.</param>
public sealed record UnreadRegisters(IReadOnlySet<string> Unreadable, IReadOnlySet<string> Held, IReadOnlySet<string> JustGone)
{
    public static UnreadRegisters None { get; } = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>());

    internal bool Has(string path) => Unreadable.Contains(path) || Held.Contains(path);
}

/// <summary>
/// Recognises the registers of one run by their tasks, not by their paths: a renamed or moved file keeps its keys, a copy is not read twice, the plan of a new
/// year is a new register even where it lies in the old one's place.
/// </summary>
public sealed class RegisterRecognition(IReadOnlyList<KnownRegister> known, DateOnly today)
{
    private readonly List<RegisterEntry> _entries = [.. known.Select(register => new RegisterEntry(register))];

    /// <summary>Registers to be remembered otherwise than before; empty when nothing changed.</summary>
    public IReadOnlyList<KnownRegister> Changed => [.. _entries.Where(entry => entry.IsChanged).Select(entry => entry.Now)];

    /// <summary>True when what lay at this path was found at another.</summary>
    public bool HasMovedFrom(string path) => _entries.Exists(entry => entry.File is { } file && entry.Before.Path == path && file.Path != path);

    /// <returns>One for each reading, in their order.</returns>
    public IReadOnlyList<RecognizedRegister> Recognize(IReadOnlyList<RegisterReading> readings, UnreadRegisters unread)
    {
        var files = readings.AsParallel().AsOrdered().Select(reading => new ReadFile(reading)).ToList();
        var withTasks = files.Where(file => file.Traits.Count > 0).ToList();
        FindInPlace(withTasks, (entry, file) => entry.Traits.Shared(file.Traits) * 3 >= Math.Min(entry.Traits.Count, file.Traits.Count));
        FindMoved(withTasks, unread);
        FindInPlace(withTasks, (_, _) => true);
        FindCopies(withTasks, unread);
        return [.. files.Select(Recognized)];
    }

    private void FindInPlace(List<ReadFile> files, Func<RegisterEntry, ReadFile, bool> isAlike)
    {
        foreach (var file in files.Where(file => file.Entry is null))
        {
            _entries.Where(entry => entry.File is null && entry.Before.Path == file.Path)
                .Where(entry => !file.Traits.IsPlanOfAnotherYearThan(entry.Traits) && isAlike(entry, file))
                .MaxBy(entry => entry.Traits.Shared(file.Traits))?.Find(file);
        }
    }

    /// <summary>Of a register whose last reading is still used, more must be found again: else its tasks would be lost without anybody being asked.</summary>
    private void FindMoved(List<ReadFile> files, UnreadRegisters unread)
    {
        var pairs =
            from file in files
            where file.Entry is null
            from entry in _entries
            let old = entry.Before.Path
            where entry.File is null && old != file.Path && !unread.Unreadable.Contains(old)
            where !(unread.JustGone.Contains(old) && entry.Before.Copies.Contains(file.Path))
            let shared = entry.Traits.Shared(file.Traits)
            let of = unread.Held.Contains(old) ? Math.Max(entry.Traits.Count, file.Traits.Count) : Math.Min(entry.Traits.Count, file.Traits.Count)
            where shared > 0 && shared * 2 >= of && !file.Traits.IsPlanOfAnotherYearThan(entry.Traits)
            orderby shared descending
            select (file, entry);
        foreach (var (file, entry) in pairs.ToList())
        {
            if (file.Entry is null && entry.File is null)
            {
                entry.Find(file);
            }
        }
    }

    private void FindCopies(List<ReadFile> files, UnreadRegisters unread)
    {
        var left = files.Where(file => file.Entry is null).ToList();
        if (left.Count == 0)
        {
            return;
        }

        var byText = new EntriesByText();
        _entries.ForEach(byText.Add);
        foreach (var file in left)
        {
            var original = byText.SharingWith(file.Traits)
                .FirstOrDefault(entry => (entry.File is not null || unread.Has(entry.Before.Path)) && IsCopy(file, entry));
            if (original is not null)
            {
                original.AddCopy(file);
                continue;
            }

            var entry = new RegisterEntry(new KnownRegister { Id = NewId(file.Reading), Path = file.Path, FirstSeen = today, Tasks = [] }, isNew: true);
            entry.Find(file);
            _entries.Add(entry);
            byText.Add(entry);
        }
    }

    /// <summary>
    /// Most tasks of both are the same, or nearly all of the file's: an excerpt. A copy stays one while somebody works in it, until little is left in common.
    /// </summary>
    private static bool IsCopy(ReadFile file, RegisterEntry entry)
    {
        var shared = file.Traits.SharedWithLeadAndTime(entry.Traits);
        var isMost = shared * 3 >= Math.Max(file.Traits.Count, entry.Traits.Count) * 2;
        var isExcerpt = shared >= 3 && shared * 10 >= file.Traits.Count * 9;
        var wasCopy = shared * 3 >= file.Traits.Count && entry.Before.Copies.Contains(file.Path);
        return shared > 0 && (isMost || isExcerpt || wasCopy) && !file.Traits.IsPlanOfAnotherYearThan(entry.Traits);
    }

    private string NewId(RegisterReading reading)
    {
        var path = TaskKeys.RegisterOf(reading.File);
        var dated = reading.PlanYear is { } year ? FormattableString.Invariant($"{path}@{year}") : path;
        var id = IsUsed(path) ? dated : path;
        for (var count = 2; IsUsed(id); count++)
        {
            id = TaskKeys.Again(dated, count);
        }

        return id;
    }

    private bool IsUsed(string id) => _entries.Exists(entry => entry.Before.Id == id);

    private RecognizedRegister Recognized(ReadFile file)
    {
        if (file.Entry is not { } entry)
        {
            return new RecognizedRegister(file.Reading, null);
        }

        if (entry.File == file)
        {
            return new RecognizedRegister(entry.Remember(today), null);
        }

        var original = entry.File?.Path ?? entry.Before.Path;
        var finding = RecognitionFindings.Duplicate(original, file.Traits.SharedWithLeadAndTime(entry.Traits), file.Traits.Count);
        return new RecognizedRegister(file.Reading with { Tasks = [], Findings = [finding.At(file.Path, null, null)] }, original);
    }
}
