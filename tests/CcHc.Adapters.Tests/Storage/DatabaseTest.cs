using CcHc.Adapters.Storage;
using CcHc.Adapters.Tests.Support;
using Dapper;

namespace CcHc.Adapters.Tests.Storage;

public abstract class DatabaseTest : StorageContract
{
    [Fact]
    public async Task Migrate_AppliesEachScriptOnce_WhenManyProcessesStartAtOnce()
    {
        var store = await NewStoreAsync(Directory.CreateDirectory(Path.Combine(Folder, "fresh")).FullName);
        var processes = Enumerable.Range(0, 6).Select(_ => store.Connect()).ToList();

        await Task.WhenAll(processes.Select(process => Task.Run(() => process.MigrateAsync(Clock))));

        await using (var connection = await processes[0].OpenAsync())
        {
            var versions = (await connection.QueryAsync<int>("SELECT version FROM schema_version ORDER BY version")).ToList();
            Assert.Equal((versions.Distinct().Count(), Database.LatestVersion), (versions.Count, versions[^1]));
        }

        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }
    }

    [Fact]
    public async Task Migrate_RefusesDatabase_OfNewerProgram()
    {
        await using (var connection = await Database.OpenAsync())
        {
            await connection.ExecuteAsync("INSERT INTO schema_version (version, name, applied_at) VALUES (9999, 'later', @now)",
                new { now = Clock.GetUtcNow() });
        }

        var refusal = await Assert.ThrowsAsync<NewerDataException>(() => Database.MigrateAsync(Clock));
        Assert.Contains("9999", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-04-01T07:30:00.1234560+07:00")]
    [InlineData("2026-12-31T23:59:59.9999990+07:00")]
    [InlineData("2027-01-01T00:00:00.0000000+00:00")]
    public async Task Instant_ComesBackInUtc_WhateverItsOffset(string written)
    {
        var instant = DateTimeOffset.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
        await using var connection = await Database.OpenAsync();
        await connection.ExecuteAsync("INSERT INTO schema_version (version, name, applied_at) VALUES (100, 'x', @instant)", new { instant });

        var read = await connection.QuerySingleAsync<DateTimeOffset>("SELECT applied_at FROM schema_version WHERE version = 100");

        Assert.Equal(instant, read);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }
}

public sealed class SqliteDatabaseTest : DatabaseTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));

    [Theory]
    [InlineData("PRAGMA journal_mode", "wal")]
    [InlineData("PRAGMA foreign_keys", "1")]
    [InlineData("PRAGMA busy_timeout", "30000")]
    public async Task Open_SetsWhatConcurrentWritersNeed(string question, string answer)
    {
        await using var connection = await Database.OpenAsync();
        Assert.Equal(answer, await connection.ExecuteScalarAsync<string>(question));
    }
}

[Collection(PostgresTests.Name)]
public sealed class PostgresDatabaseTest(PostgresServer server) : DatabaseTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
