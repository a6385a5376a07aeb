using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Storage.Outbox;

public abstract class ReminderHistoryTest : StorageContract
{
    private static readonly LetterInfo Info = new("reminder", "STP");

    private OutboxStore Outbox => new(Database, Clock);

    private ReminderHistory History => new(Database);

    [Fact]
    public async Task OfTask_TellsStageAddressAndState_NewestFirst()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1", "a@so.gov.vn", "b@so.gov.vn"), Info, [Letters.Key("1"), Letters.Key("2")]);
        var first = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromDays(4));
        await Outbox.QueueAsync(Letters.Mail("thu-2", "c@so.gov.vn"), Info, [Letters.Key("1") with { Stage = "T-3" }]);

        var past = await History.OfTaskAsync("1");

        Assert.Equal(["c@so.gov.vn", "b@so.gov.vn", "a@so.gov.vn"], past.Select(one => one.Address));
        Assert.Equal([Letters.Key("1") with { Stage = "T-3" }, Letters.Key("1"), Letters.Key("1")], past.Select(one => one.Key));
        Assert.Equal((DeliveryState.Queued, null, first, "<thu-1@cchc.test>"), (past[2].State, past[2].SettledAt, past[2].RecordedAt, past[2].MessageId));
        Assert.Equal(past.Take(2).Select(one => one.DeliveryId), (await History.OfTaskAsync("1", limit: 2)).Select(one => one.DeliveryId));
        Assert.Equal(3, await History.CountOfTaskAsync("1"));
        Assert.Equal([Letters.Key("1"), Letters.Key("1") with { Stage = "T-3" }],
            (await new SentLedger(Database).OfTaskAsync("1", [Letters.Key("1").AgencyCode, "?"])).OrderByDescending(key => key.Stage, StringComparer.Ordinal));
        Assert.Empty(await new SentLedger(Database).OfTaskAsync("1", ["?"]));
        Assert.Equal((await Outbox.ListAsync()).Select(letter => letter.Id), past.Select(one => one.DeliveryId));
    }

    [Fact]
    public async Task OfTask_IsEmpty_ForATaskNobodyWasRemindedOf() => Assert.Empty(await History.OfTaskAsync("' OR 1=1 --"));
}

public sealed class SqliteReminderHistoryTest : ReminderHistoryTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresReminderHistoryTest(PostgresServer server) : ReminderHistoryTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
