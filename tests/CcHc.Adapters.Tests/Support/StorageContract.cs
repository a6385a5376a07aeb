using CcHc.Adapters.Storage;

namespace CcHc.Adapters.Tests.Support;

/// <summary>What a contract test of the storage starts from: a migrated empty store, a clock set by hand, a folder of its own.</summary>
public abstract class StorageContract : IAsyncLifetime
{
    private readonly List<Database> _connected = [];
    private readonly TemporaryFolder _folder = new();
    private TestStore _store = null!;

    protected HandSetClock Clock { get; } = new(new DateTimeOffset(2026, 4, 1, 0, 30, 0, TimeSpan.Zero));

    protected string Folder => _folder.Path;

    protected Database Database { get; private set; } = null!;

    /// <param name="folder">Deleted after the test.</param>
    protected abstract Task<TestStore> NewStoreAsync(string folder);

    /// <summary>The same data through a pool of connections of its own, as another process has it.</summary>
    protected Database ConnectAgain()
    {
        var database = _store.Connect();
        _connected.Add(database);
        return database;
    }

    public async Task InitializeAsync()
    {
        _store = await NewStoreAsync(Folder);
        Database = ConnectAgain();
        await Database.MigrateAsync(Clock);
    }

    public async Task DisposeAsync()
    {
        foreach (var database in _connected)
        {
            await database.DisposeAsync();
        }

        _folder.Dispose();
    }
}
