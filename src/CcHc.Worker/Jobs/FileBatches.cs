namespace CcHc.Worker.Jobs;

/// <summary>Dropped files some at a time (lô tệp): those of one batch are in memory together.</summary>
internal static class FileBatches
{
    private const int Most = 16;
    private const long MostBytes = 16 * 1024 * 1024;

    /// <summary>In their order; a large file has few others, or none, beside it.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(IEnumerable<string> paths)
    {
        var (batch, bytes) = (new List<string>(Most), 0L);
        foreach (var path in paths)
        {
            // What cannot be looked at now is told by whoever reads it.
            var size = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
            if (batch.Count == Most || batch.Count > 0 && bytes + size > MostBytes)
            {
                yield return batch;
                (batch, bytes) = (new List<string>(Most), 0);
            }

            batch.Add(path);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
