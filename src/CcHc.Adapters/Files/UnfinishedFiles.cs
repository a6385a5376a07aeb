
namespace CcHc.Adapters.Files;

/// <summary>Files of ours that a crash left unfinished beside our outputs (tệp ghi dở).</summary>
public static class UnfinishedFiles
{
    /// <param name="folders">Only folders we write into, sub-folders included; one that does not exist is passed over.</param>
    /// <param name="olderThan">Younger ones are somebody's work in hand.</param>
    /// <returns>How many were deleted; one that somebody has open is left for the next time.</returns>
    public static int Delete(IEnumerable<string> folders, DateTimeOffset olderThan)
    {
        var deleted = 0;
        foreach (var file in folders.SelectMany(folder => FolderFiles.List(folder, AtomicFile.UnfinishedPattern, SearchOption.AllDirectories)))
        {
            if (File.GetLastWriteTimeUtc(file) < olderThan.UtcDateTime && TryDelete(file))
            {
                deleted++;
            }
        }

        return deleted;
    }

    private static bool TryDelete(string file)
    {
        try
        {
            File.Delete(file);
            return true;
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
