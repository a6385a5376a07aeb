using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Tests.Mail;

/// <summary>What keeps due letters from leaving: the day's limit (RELIABILITY 46) and the hold (RELIABILITY 66).</summary>
public abstract class OutboxDispatcherLimitsTest : StorageContract
{
    private static readonly MailSettings Settings = new() { SenderAddress = "cchc@so.gov.vn", Folder = "unused", PerDay = 3 };
    private readonly RecordingMailSender _sender = new();

    private OutboxStore Outbox => new(Database, Clock);

    [Fact]
    public async Task Deliver_KeepsTheRestForTomorrow_InOrder_ThoughEveryRoundIsANewPostman()
    {
        await QueueAsync(8);
        var sentByDay = new List<int>();
        for (var day = 0; day < 3; day++)
        {
            await Dispatcher().DeliverAsync(CancellationToken.None);
            await Dispatcher().DeliverAsync(CancellationToken.None);
            sentByDay.Add(_sender.Addresses.Count);
            Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([3, 6, 8], sentByDay);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"thu-{i}@so.gov.vn"), _sender.Addresses);
    }

    [Fact]
    public async Task Deliver_CountsTheDayInVietnam()
    {
        await QueueAsync(4);
        await Dispatcher().DeliverAsync(CancellationToken.None);
        // From 07:30 on the first to 23:59, then to 00:00 on the second: still the first in UTC.
        Clock.Advance(TimeSpan.FromMinutes(16 * 60 + 29));
        Assert.Equal(1, (await Dispatcher().DeliverAsync(CancellationToken.None)).StillDue);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await Dispatcher().DeliverAsync(CancellationToken.None)).StillDue);
    }

    [Fact]
    public async Task Deliver_StaysWithinTheLimit_WhenSeveralPostmenWorkAtOnce()
    {
        await QueueAsync(20);
        var postmen = Enumerable.Range(0, 4)
            .Select(_ => new OutboxDispatcher(new OutboxStore(ConnectAgain(), Clock), _sender, Settings with { PerDay = 7 }, DeliveryPolicy.Default, Clock))
            .ToList();
        await Task.WhenAll(postmen.Select(postman => Task.Run(() => postman.DeliverAsync(CancellationToken.None))));
        Assert.Equal(7, _sender.Addresses.Count);
    }

    [Fact]
    public async Task Deliver_CountsOnlyWhatAServerMayHaveTaken()
    {
        await QueueAsync(5);
        _sender.Answer("thu-0@so.gov.vn", new SendOutcome.TryLater("451 busy"));
        _sender.Answer("thu-1@so.gov.vn", new SendOutcome.Refused("550 unknown"));
        _sender.Answer("thu-2@so.gov.vn", new SendOutcome.Unknown("no answer"));
        await Dispatcher().DeliverAsync(CancellationToken.None);
        Assert.Equal(5, _sender.Addresses.Count);
    }

    [Fact]
    public async Task Deliver_SendsNothing_WhileLettersAreHeld_AndEverythingAfter()
    {
        var hold = new LetterHold(Database, Clock);
        await QueueAsync(2);
        await hold.BeginAsync("restored");
        await hold.BeginAsync("a second reason");

        Assert.Equal(2, (await Dispatcher().DeliverAsync(CancellationToken.None)).StillDue);
        Assert.Empty(_sender.Addresses);
        Assert.Equal(("restored", Clock.GetUtcNow()), await hold.ReadAsync() is { } held ? (held.Reason, held.Since) : default);

        Assert.True(await hold.EndAsync());
        Assert.False(await hold.EndAsync());
        await Dispatcher().DeliverAsync(CancellationToken.None);
        Assert.Equal(2, _sender.Addresses.Count);
    }

    private OutboxDispatcher Dispatcher() => new(Outbox, _sender, Settings, DeliveryPolicy.Default, Clock);

    private async Task QueueAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True((await Outbox.QueueAsync(Letters.Mail($"thu-{i}"), new LetterInfo("reminder", "STP"), [])).IsQueued);
        }
    }
}

public sealed class SqliteOutboxDispatcherLimitsTest : OutboxDispatcherLimitsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresOutboxDispatcherLimitsTest(PostgresServer server) : OutboxDispatcherLimitsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
