namespace CcHc.Adapters.Files;

/// <summary>
/// Ordinary files of a folder many may write to (tệp thường). A link there could lead to what this account alone may read, and a pipe would hold its reader for
/// ever: neither is opened.
/// </summary>
public static class PlainFile
{
    /// <summary>Also of a folder: whether the last step of the path leads somewhere else. Placeholders of synchronising programs do not.</summary>
    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    /// <summary>A file with bytes of its own; pipes and devices have no length, like an empty file.</summary>
    public static bool HasBytes(string path) => new FileInfo(path) is { Exists: true, LinkTarget: null, Length: > 0 };

    /// <summary>Read with every sharing allowed.</summary>
    /// <returns>Null when there is no such file, or it is none to be opened.</returns>
    /// <exception cref="IOException">It cannot be read now.</exception>
    public static byte[]? Read(string path) => HasBytes(path) ? SharedFile.ReadAllBytes(path) : null;
}
