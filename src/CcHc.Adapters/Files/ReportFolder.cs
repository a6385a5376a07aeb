namespace CcHc.Adapters.Files;

/// <summary>Lists what the agencies dropped (bao-cao), sub-folders included.</summary>
public static class ReportFolder
{
    /// <summary>
    /// Full paths in ordinal order. Owner files and other programs' left-overs are passed over; whatever else lies there was meant as a report and is answered.
    /// </summary>
    /// <exception cref="IOException">The folder is there and cannot be listed: the share is away.</exception>
    public static IReadOnlyList<string> List(SharedFolder folder) => List(folder.Reports);

    /// <summary>Answer sheets (tra-loi), likewise.</summary>
    /// <exception cref="IOException">The folder is there and cannot be listed: the share is away.</exception>
    public static IReadOnlyList<string> ListAnswers(SharedFolder folder) => List(folder.Answers);

    private static IReadOnlyList<string> List(string folder) =>
        [.. FolderFiles.List(folder, depth: SearchOption.AllDirectories).Where(path => !RegisterFolder.IsLeftByAProgram(Path.GetFileName(path)))];
}
