using CcHc.Adapters.Files;

namespace CcHc.Adapters.Tests.Files;

public sealed class SharedFileTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-test-").FullName;

    [Fact]
    public void ReadIfThere_TellsAFileThatIsNotThere_FromOneThatCannotBeLookedAt()
    {
        var there = Path.Combine(_folder, "co.txt");
        File.WriteAllText(there, "có");
        var ring = Path.Combine(_folder, "vong.txt");
        File.CreateSymbolicLink(ring, ring);

        Assert.Equal(File.ReadAllBytes(there), SharedFile.ReadIfThere(there));
        Assert.Null(SharedFile.ReadIfThere(Path.Combine(_folder, "khong.txt")));
        Assert.Null(SharedFile.ReadIfThere(Path.Combine(_folder, "khong", "co.txt")));
        Assert.ThrowsAny<IOException>(() => SharedFile.ReadIfThere(ring));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
