using CcHc.Adapters.Storage;

namespace CcHc.Adapters.Tests.Support;

/// <summary>One empty store a test works on; a second <see cref="Connect"/> is a second process on the same data.</summary>
public abstract class TestStore
{
    public abstract Database Connect();

    public static TestStore SqliteIn(string folder) => new SqliteStore(Path.Combine(folder, "cchc.db"));

    public static async Task<TestStore> PostgresOnAsync(PostgresServer server) => new PostgresStore(await server.NewSchemaAsync());

    private sealed class SqliteStore(string file) : TestStore
    {
        public override Database Connect() => Database.Sqlite(file);
    }

    private sealed class PostgresStore(string connectionString) : TestStore
    {
        public override Database Connect() => Database.Postgres(connectionString);
    }
}
