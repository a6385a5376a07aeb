using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Tests.Support;
using Dapper;

namespace CcHc.Adapters.Tests.Storage;

/// <summary>RELIABILITY 67: a database that an earlier release left in the middle of its work is brought on with all it holds, or stays as it was.</summary>
public abstract class UpgradeTest : StorageContract
{
    public static TheoryData<int> EarlierVersions => [.. Enumerable.Range(1, Database.LatestVersion - 1)];

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public async Task WhatWasUnderWay_GoesOn(int version)
    {
        await using var database = await LeftAtAsync(version);

        await database.MigrateAsync(Clock);

        Clock.Advance(TimeSpan.FromHours(1));
        var outbox = new OutboxStore(database, Clock);
        Assert.Equal(1, await outbox.SetAsideAbandonedAsync(TimeSpan.Zero));
        var claimed = new List<string>();
        while (await outbox.ClaimAsync(TimeSpan.FromMinutes(5)) is { } delivery)
        {
            claimed.Add($"{delivery.Mail.MessageId} {delivery.Address} {delivery.Unknowns}");
        }

        Assert.Equal(["<a@x> dang-gui@x.example 1", "<a@x> dang-cho@x.example 0"], claimed.OrderDescending(StringComparer.Ordinal));
        Assert.Equal("T-7", Assert.Single(await new SentLedger(database).ReadAsync()).Stage.ToString());
        if (version >= 2)
        {
            var taken = await new RunLog(database, Clock).TryStartAsync(
                new RunClaim("remind", "2026-04-01", new DateOnly(2026, 4, 1), "máy mới", TimeSpan.FromHours(1)) { DeadAttempt = 1 });
            Assert.Equal(2, taken!.Attempt);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task AnUpgradeThatCannotBeFinished_ChangesNothing(int version)
    {
        await using var database = await LeftAtAsync(version);
        await using (var connection = await database.OpenAsync())
        {
            // A name the ninth script gives is taken, so that all before it succeed and it fails.
            await connection.ExecuteAsync("CREATE INDEX letter_by_run ON letter (kind)");
        }

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.MigrateAsync(Clock));

        await using var after = await database.OpenAsync();
        Assert.Equal(version, await after.ExecuteScalarAsync<int>("SELECT max(version) FROM schema_version"));
        Assert.Equal(2, await after.ExecuteScalarAsync<int>("SELECT count(*) FROM delivery"));
    }

    /// <summary>A store of that version: one letter of which one copy is being sent and one waits, a reminder, a run nobody finished.</summary>
    private async Task<Database> LeftAtAsync(int version)
    {
        var database = (await NewStoreAsync(Directory.CreateDirectory(Path.Combine(Folder, "earlier")).FullName)).Connect();
        await database.MigrateAsync(Clock, upTo: version);
        var now = Clock.GetUtcNow();
        await using var connection = await database.OpenAsync();
        await connection.ExecuteAsync(
            "INSERT INTO letter (message_id, kind, agency_code, subject, html, text, created_at) VALUES ('<a@x>', 'reminder', 'STP', 's', 'h', 't', @now)",
            new { now });
        await connection.ExecuteAsync(
            """
            INSERT INTO delivery (message_id, address, state, attempts, queued_at, next_attempt_at, claim, claimed_until)
            VALUES ('<a@x>', 'dang-gui@x.example', 'sending', 1, @now, @now, 'c', @now), ('<a@x>', 'dang-cho@x.example', 'queued', 0, @now, @now, NULL, NULL)
            """,
            new { now });
        await connection.ExecuteAsync(
            "INSERT INTO reminder (task_key, milestone_key, due, stage, agency_code, message_id, recorded_at) VALUES ('k', 'm', @due, 'T-7', 'STP', '<a@x>', @now)", new { due = new DateOnly(2026, 4, 10), now });
        if (version >= 2)
        {
            await connection.ExecuteAsync(
                "INSERT INTO job_run (id, job, occurrence_key, attempt, as_of, host, started_at, overdue_at) VALUES ('r', 'remind', '2026-04-01', 1, @day, 'máy cũ', @now, @later)",
                new { day = new DateOnly(2026, 4, 1), now, later = now.AddHours(1) });
        }

        return database;
    }
}

public sealed class SqliteUpgradeTest : UpgradeTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresUpgradeTest(PostgresServer server) : UpgradeTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
