using CcHc.Adapters.Files;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Files;

public sealed class PrivateFilesTest : IDisposable
{
    private const UnixFileMode OthersMay = (UnixFileMode)0b_000_111_111;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheDatabase_IsForItsOwnerAlone_WithTheFolderMadeForIt()
    {
        var file = Path.Combine(_folder.Path, "data", "cchc.db");
        await using var database = Database.Sqlite(file);
        await database.MigrateAsync(TimeProvider.System);
        await using var open = await database.OpenAsync();

        Assert.Contains(file + "-wal", Directory.GetFiles(Path.GetDirectoryName(file)!));
        Assert.All(Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories), path => Assert.True(IsPrivate(path), path));
    }

    [Fact]
    public void CreateNew_WritesThroughNoLink()
    {
        var mine = Path.Combine(_folder.Path, "cua-minh");
        File.WriteAllText(mine, "");
        var link = Path.Combine(_folder.Path, "lien-ket");
        File.CreateSymbolicLink(link, mine);
        Assert.ThrowsAny<IOException>(() => PrivateFiles.CreateNew(link));
    }

    /// <summary>On Windows the rights come from the folder above.</summary>
    private static bool IsPrivate(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & OthersMay) == UnixFileMode.None;
}
