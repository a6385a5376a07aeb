namespace CcHc.Adapters.Settings;

/// <summary>Where folders lie to each other.</summary>
internal static class FolderPlace
{
    private static readonly StringComparison Comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <returns>True for the folder itself and for everything below it.</returns>
    public static bool IsWithin(string path, string folder)
    {
        var (inner, outer) = (Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return inner.Equals(outer, Comparison) || inner.StartsWith(outer + Path.DirectorySeparatorChar, Comparison);
    }
}
