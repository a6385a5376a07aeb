using System.IO.Enumeration;

namespace CcHc.Adapters.Files;

/// <summary>
/// What lies in a folder that may not be there (tệp trong thư mục). Asking whether a folder exists answers "no" also when its share is away, so that what lies
/// there would count as gone; listing it tells the two apart.
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
            return [.. Walk(folder, pattern, depth).Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>
    /// Files, and links to folders: these are named like files and not entered, for they may lead round in a circle or out of the share.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    internal static IEnumerable<string> Walk(string folder, string pattern, SearchOption depth) =>
        new FileSystemEnumerable<string>(
            folder,
            static (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = depth == SearchOption.AllDirectories, IgnoreInaccessible = false, AttributesToSkip = default })
        {
            ShouldIncludePredicate =
                (ref FileSystemEntry entry) => FileSystemName.MatchesSimpleExpression(pattern, entry.FileName, ignoreCase: !OperatingSystem.IsLinux())
                    && (!entry.IsDirectory || IsLink(ref entry)),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsLink(ref entry),
        };

    /// <summary>Junctions are links; folders of a distributed file system, which are marked alike, are not.</summary>
    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && PlainFile.IsLink(entry.ToFullPath());
}
