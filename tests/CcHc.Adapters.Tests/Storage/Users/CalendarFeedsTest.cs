using CcHc.Adapters.Storage.Users;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Storage.Users;

public abstract class CalendarFeedsTest : StorageContract
{
    private CalendarFeeds Feeds => new(Database);

    [Fact]
    public async Task Secret_LeadsToItsAgency_AndToNoOther()
    {
        var (one, other) = (await Feeds.RenewAsync("STP"), await Feeds.RenewAsync("SNV"));

        Assert.Equal(("STP", "SNV"), (await Feeds.AgencyOfAsync(one), await Feeds.AgencyOfAsync(other)));
        Assert.Equal(one, await Feeds.SecretOfAsync("STP"));
        Assert.True(one.Length >= 32);
    }

    [Fact]
    public async Task Renewing_EndsTheOldLink()
    {
        var old = await Feeds.RenewAsync("STP");
        var renewed = await Feeds.RenewAsync("STP");

        Assert.NotEqual(old, renewed);
        Assert.Null(await Feeds.AgencyOfAsync(old));
        Assert.Equal("STP", await Feeds.AgencyOfAsync(renewed));
    }

    [Fact]
    public async Task Withdrawing_EndsTheLink_AndLeavesNone()
    {
        var secret = await Feeds.RenewAsync("STP");

        Assert.True(await Feeds.WithdrawAsync("STP"));
        Assert.False(await Feeds.WithdrawAsync("STP"));
        Assert.Null(await Feeds.AgencyOfAsync(secret));
        Assert.Null(await Feeds.SecretOfAsync("STP"));
    }
}

public sealed class SqliteCalendarFeedsTest : CalendarFeedsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresCalendarFeedsTest(PostgresServer server) : CalendarFeedsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
