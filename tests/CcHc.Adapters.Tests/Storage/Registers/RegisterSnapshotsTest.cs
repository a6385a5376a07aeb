using System.Security.Cryptography;
using System.Text;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Storage.Registers;

public abstract class RegisterSnapshotsTest : StorageContract
{
    private const string Path = "so-theo-doi/2026/Sổ của Sở Tư pháp.XLSX";

    private RegisterSnapshots Shelf => new(Database, Folder);

    [Fact]
    public async Task Put_KeepsReadingAndItsBytes()
    {
        var reading = await PutAsync("first");

        Assert.Equal(reading, await Shelf.FindAsync(Path));
        Assert.Equal("first", await File.ReadAllTextAsync(Shelf.SnapshotPath(reading)));
        Assert.Equal(reading.Hash + ".xlsx", System.IO.Path.GetFileName(Shelf.SnapshotPath(reading)));
    }

    [Fact]
    public async Task Put_ReplacesTheEarlierReading()
    {
        await PutAsync("first");
        var second = await PutAsync("second");

        Assert.Equal([second], await Shelf.ListAsync());
    }

    [Fact]
    public async Task Put_RefusesBytes_OfAnotherReading()
    {
        var reading = Reading("first");

        await Assert.ThrowsAsync<ArgumentException>(() => Shelf.PutAsync(reading, Bytes("half")));

        Assert.Null(await Shelf.FindAsync(Path));
        Assert.Empty(Directory.GetFiles(System.IO.Path.Combine(Folder, "snapshots")));
    }

    [Fact]
    public async Task MarkMissing_RemembersTheFirstTime_UntilReadAgain()
    {
        await PutAsync("first");
        var since = Clock.GetUtcNow();

        await Shelf.MarkMissingAsync(Path, since);
        await Shelf.MarkMissingAsync(Path, since.AddHours(3));
        Assert.Equal(since, (await Shelf.FindAsync(Path))!.MissingSince);

        await PutAsync("first");
        Assert.Null((await Shelf.FindAsync(Path))!.MissingSince);
    }

    [Fact]
    public async Task Sweep_DeletesOnlySnapshotsNobodyNames()
    {
        var first = await PutAsync("first");
        var second = await PutAsync("second");

        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(Shelf.SnapshotPath(first)));
        Assert.Equal(0, await Shelf.SweepAsync(written.AddDays(-1)));
        Assert.Equal(1, await Shelf.SweepAsync(written.AddDays(1)));

        Assert.False(File.Exists(Shelf.SnapshotPath(first)));
        Assert.True(File.Exists(Shelf.SnapshotPath(second)));
    }

    [Fact]
    public async Task Remove_ForgetsTheRegister()
    {
        await PutAsync("first");
        await Shelf.RemoveAsync(Path);
        Assert.Empty(await Shelf.ListAsync());
    }

    private async Task<RegisterSnapshot> PutAsync(string content)
    {
        var reading = Reading(content);
        await Shelf.PutAsync(reading, Bytes(content));
        return reading;
    }

    private RegisterSnapshot Reading(string content) => new()
    {
        Path = Path, Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), Size = content.Length,
        ModifiedAt = Clock.GetUtcNow().AddHours(-2), ReadAt = Clock.GetUtcNow(), Tasks = 84,
    };

    private static MemoryStream Bytes(string content) => new(Encoding.UTF8.GetBytes(content));
}

public sealed class SqliteRegisterSnapshotsTest : RegisterSnapshotsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresRegisterSnapshotsTest(PostgresServer server) : RegisterSnapshotsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
