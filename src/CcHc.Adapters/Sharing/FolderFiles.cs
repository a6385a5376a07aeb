namespace CcHc.Adapters.Sharing;

/// <summary>
/// What lies in a folder that may not be there (tệp trong thư mục). Asking whether a folder exists answers "no" also when its share is away, so that what lies there would
/// count as gone; listing it tells the two apart.
/// </summary>
public static class FolderFiles
{
    /// <summary>Full paths in ordinal order; none when there is no such folder.</summary>
    /// <exception cref="IOException">It cannot be listed now: the share is away.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    public static IReadOnlyList<string> List(string folder, string pattern = "*", SearchOption depth = SearchOption.TopDirectoryOnly)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, pattern, depth).Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }
}
