using System.Collections.Concurrent;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;

namespace CcHc.Office;

/// <summary>What the bytes of a workbook say (nội dung tệp).</summary>
/// <param name="Said">Null exactly when there is a refusal.</param>
/// <param name="Findings">About the file as such.</param>
public sealed record FileReading<T>(T? Said, Finding? Refusal, IReadOnlyList<Finding> Findings)
    where T : class;

/// <summary>
/// What each file said when it was last read (lần đọc trước). While its bytes stay the same the very same reading is given again: an unchanged file costs a
/// copy and a hash. The hash is taken each time, for a file may change and keep its size and time.
/// </summary>
public sealed class ParsedFileCache
{
    private readonly ConcurrentDictionary<string, (string Hash, string Basis, object Reading)> _known = new(StringComparer.Ordinal);

    /// <param name="understand">Must say the same of the same workbook each time on the same basis.</param>
    /// <param name="basis">What the reading hangs on beside the file; another basis reads the file anew.</param>
    public FileReading<T> Read<T>(WorkbookSnapshot snapshot, string name, Func<WorkbookContent, T> understand, string basis = "")
        where T : class
    {
        if (_known.TryGetValue(name, out var known) && known.Hash == snapshot.Hash && known.Basis == basis && known.Reading is FileReading<T> same)
        {
            return same;
        }

        var read = WorkbookReader.Read(snapshot, name);
        if (read.Content is not { } content)
        {
            // A refusal may be the machine's doing: too slow today, not tomorrow.
            _known.TryRemove(name, out _);
            return new FileReading<T>(null, read.Refusal, read.Findings);
        }

        var reading = new FileReading<T>(understand(content), null, read.Findings);
        _known[name] = (snapshot.Hash, basis, reading);
        return reading;
    }

    /// <summary>Lets go of every other file.</summary>
    public void Keep(IEnumerable<string> names)
    {
        var kept = names.ToHashSet(StringComparer.Ordinal);
        foreach (var name in _known.Keys.Where(name => !kept.Contains(name)))
        {
            _known.TryRemove(name, out _);
        }
    }
}
