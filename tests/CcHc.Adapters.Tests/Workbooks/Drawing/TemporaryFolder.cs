namespace CcHc.Adapters.Tests.Workbooks.Drawing;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cchc-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public IReadOnlyList<string> FileNames =>
    [
        .. Directory.GetFiles(Path, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Path, file))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
