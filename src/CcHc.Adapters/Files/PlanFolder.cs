namespace CcHc.Adapters.Files;

/// <summary>Lists the plans that were dropped (ke-hoach), sub-folders included.</summary>
public static class PlanFolder
{
    /// <summary>
    /// Full paths in ordinal order. Owner files and other programs' left-overs are passed over; whatever else lies there was meant as a plan and is answered.
    /// </summary>
    /// <exception cref="IOException">The folder is there and cannot be listed: the share is away.</exception>
    public static IReadOnlyList<string> List(SharedFolder folder) =>
        [.. FolderFiles.List(folder.Plans, depth: SearchOption.AllDirectories).Where(path => !RegisterFolder.IsLeftByAProgram(Path.GetFileName(path)))];
}
