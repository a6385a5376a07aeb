using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Storage.Outbox;

public abstract class TrialLettersTest : StorageContract
{
    private static readonly LetterInfo Info = new("reminder", "STP", "run-1");

    private OutboxStore Outbox => new(Database, Clock);

    private SentLedger Ledger => new(Database);

    private TrialLetters Trial => new(Database, Clock);

    [Theory]
    [InlineData("thu@nghiem.example", true)]
    [InlineData(null, false)]
    [InlineData("SO@so.example", false)]
    public async Task ALetterIsOfTheTrial_WhenItWentToAnotherAddress(string? deliveredTo, bool isTrial)
    {
        await SendAsync("thu-1", deliveredTo);
        Assert.Equal(isTrial, await Trial.AnyAsync());
        Assert.Equal(isTrial ? 1 : 0, (await Trial.ListAsync()).Count);
        Assert.Equal(isTrial ? [Letters.Key("thu-1")] : [], await Trial.RemindersAsync());
    }

    [Fact]
    public async Task End_ForgetsTheTrialsReminders_SoThatTheSameLetterMayGoToItsAgency()
    {
        await SendAsync("thu-1", "thu@nghiem.example");
        await SendAsync("thu-2", null);

        Assert.Equal((1, 0), await Trial.EndAsync([]));

        Assert.False(await Trial.AnyAsync());
        Assert.Equal(1, await Trial.CountAsync());
        Assert.Equal([Letters.Key("thu-2")], await Ledger.ReadAsync());
        Assert.True((await Outbox.QueueAsync(Letters.Mail("thu-1", "so@so.example"), Info, [Letters.Key("thu-1")])).IsQueued);
        Assert.False((await Outbox.QueueAsync(Letters.Mail("thu-2", "so@so.example"), Info, [Letters.Key("thu-2")])).IsQueued);
    }

    [Fact]
    public async Task End_KeepsLettersOfTheTrialReadable_AndDoesNotSendThoseThatWait()
    {
        await SendAsync("thu-1", "thu@nghiem.example");
        await Outbox.QueueAsync(Letters.Mail("thu-3", "so@so.example"), Info, [Letters.Key("thu-3")]);

        await Trial.EndAsync([]);

        Assert.Equal(2, (await Outbox.ListAsync()).Count);
        Assert.Empty(await Outbox.ListWaitingAsync());
        Assert.Null(await Outbox.ClaimAsync(TimeSpan.FromMinutes(10)));
        Assert.Empty(await Ledger.ReadAsync());
    }

    [Fact]
    public async Task End_SendsReportFormsToTheirAgencies()
    {
        await SendAsync("bieu-mau", "thu@nghiem.example", "report-form");
        Assert.Equal((0, 1), await Trial.EndAsync([]));
        Assert.Equal("so@so.example", (await Outbox.ClaimAsync(TimeSpan.FromMinutes(10)))!.Address);
    }

    [Fact]
    public async Task End_CountsWhatAPersonLooksAfter_AsSent()
    {
        await SendAsync("thu-1", "thu@nghiem.example");
        await Trial.EndAsync([Letters.Key("thu-1"), Letters.Key("rất lâu")]);
        Assert.Equal(2, (await Ledger.ReadAsync()).Count);
    }

    [Fact]
    public async Task ATrialAfterATrial_EndsToo()
    {
        for (var round = 0; round < 2; round++)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            await SendAsync("thu-1", "thu@nghiem.example");
            Assert.Equal((1, 0), await Trial.EndAsync([]));
        }
    }

    private async Task SendAsync(string name, string? deliveredTo, string kind = "reminder")
    {
        await Outbox.QueueAsync(Letters.Mail(name, "so@so.example"), Info with { Kind = kind }, kind == "reminder" ? [Letters.Key(name)] : []);
        var claimed = (await Outbox.ClaimAsync(TimeSpan.FromMinutes(10)))!;
        await Outbox.RecordAsync(claimed, new DeliveryVerdict(DeliveryState.Sent), deliveredTo);
    }
}

public sealed class SqliteTrialLettersTest : TrialLettersTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresTrialLettersTest(PostgresServer server) : TrialLettersTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
