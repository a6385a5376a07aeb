namespace CcHc.Worker.Screens;

/// <summary>The command line asks for something that cannot be: said in one sentence, exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message)
{
    /// <returns>The path, when a file stands there.</returns>
    /// <exception cref="UsageException">No file stands there.</exception>
    public static string ExistingFile(string path) =>
        File.Exists(path) ? path : throw new UsageException($"{path}: file not found. Check the path.");
}
