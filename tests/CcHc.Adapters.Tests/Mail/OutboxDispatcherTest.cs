using System.Data.Common;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;
using Dapper;

namespace CcHc.Adapters.Tests.Mail;

public abstract class OutboxDispatcherTest : StorageContract
{
    private static readonly LetterInfo Info = new("reminder", "STP");
    private static readonly MailSettings Settings = new() { SenderAddress = "cchc@so.gov.vn", Folder = "unused" };
    private readonly RecordingMailSender _sender = new();

    private OutboxStore Outbox => new(Database, Clock);

    [Fact]
    public async Task Deliver_JudgesEachAddressByItself()
    {
        await QueueAsync(Letters.Mail("thu-1", "a@so.gov.vn", "b@so.gov.vn", "c@so.gov.vn"));
        _sender.Answer("b@so.gov.vn", new SendOutcome.Refused("550 no such user"));
        _sender.Answer("c@so.gov.vn", new SendOutcome.TryLater("451 busy"));

        var report = await Dispatcher().DeliverAsync(CancellationToken.None);

        Assert.Equal((1, 1, 1), (report.ByState[DeliveryState.Sent], report.ByState[DeliveryState.Refused], report.ByState[DeliveryState.TryLater]));
        var listed = (await Outbox.ListAsync()).ToDictionary(delivery => delivery.Address);
        Assert.Equal((DeliveryState.Sent, "a@so.gov.vn", null),
            (listed["a@so.gov.vn"].State, listed["a@so.gov.vn"].DeliveredTo, listed["a@so.gov.vn"].LastError));
        Assert.Equal((DeliveryState.Refused, null, "550 no such user"),
            (listed["b@so.gov.vn"].State, listed["b@so.gov.vn"].DeliveredTo, listed["b@so.gov.vn"].LastError));
        Assert.Equal(Clock.GetUtcNow().AddMinutes(1), listed["c@so.gov.vn"].NextAttemptAt);
    }

    [Fact]
    public async Task Deliver_TriesAgain_OnlyWhoWasBusy()
    {
        await QueueAsync(Letters.Mail("thu-1", "a@so.gov.vn", "b@so.gov.vn"));
        _sender.Answer("b@so.gov.vn", new SendOutcome.TryLater("451 busy"), new SendOutcome.Sent());

        await Dispatcher().DeliverAsync(CancellationToken.None);
        await Dispatcher().DeliverAsync(CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Dispatcher().DeliverAsync(CancellationToken.None);

        Assert.Equal(["a@so.gov.vn", "b@so.gov.vn", "b@so.gov.vn"], _sender.Addresses);
        Assert.Equal(2, (await Outbox.CountAsync())[DeliveryState.Sent]);
    }

    [Fact]
    public async Task Deliver_SendsOnceMore_WhatAKilledPostmanLeftBehind()
    {
        await QueueAsync(Letters.Mail("thu-1"));
        await Outbox.ClaimAsync(TimeSpan.FromMinutes(7));
        Clock.Advance(TimeSpan.FromMinutes(8));

        Assert.Equal(1, (await Dispatcher().DeliverAsync(CancellationToken.None)).Abandoned);
        Assert.Empty(_sender.Addresses);
        Clock.Advance(TimeSpan.FromMinutes(30));
        await Dispatcher().DeliverAsync(CancellationToken.None);

        Assert.Equal("<thu-1@cchc.test>", Assert.Single(_sender.MessageIds));
        Assert.Equal(1, Assert.Single(await Outbox.ListAsync(DeliveryState.Sent)).Unknowns);
    }

    [Fact]
    public async Task Deliver_SendsEachLetterOnce_WhenSeveralPostmenWorkAtOnce()
    {
        for (var i = 0; i < 40; i++)
        {
            await QueueAsync(Letters.Mail($"thu-{i}", $"a{i}@so.gov.vn", $"b{i}@so.gov.vn"));
        }

        var postmen = Enumerable.Range(0, 3)
            .Select(_ => new OutboxDispatcher(new OutboxStore(ConnectAgain(), Clock), _sender, Settings, DeliveryPolicy.Default, Clock)).ToList();
        await Task.WhenAll(postmen.Select(postman => Task.Run(() => postman.DeliverAsync(CancellationToken.None))));

        Assert.Equal(80, _sender.Addresses.Count);
        Assert.Equal(80, _sender.Addresses.Distinct().Count());
        Assert.Equal(80, (await Outbox.CountAsync())[DeliveryState.Sent]);
    }

    [Fact]
    public async Task Deliver_FinishesTheLetterInHand_WhenAskedToStop()
    {
        await QueueAsync(Letters.Mail("thu-1"));
        await QueueAsync(Letters.Mail("thu-2"));
        using var stop = new CancellationTokenSource();
        _sender.Sending = stop.Cancel;

        await Dispatcher().DeliverAsync(stop.Token);

        var counts = await Outbox.CountAsync();
        Assert.Equal((1, 1, false), (counts[DeliveryState.Sent], counts[DeliveryState.Queued], counts.ContainsKey(DeliveryState.Sending)));
    }

    [Fact]
    public async Task Deliver_ReachesNoRealAddress_WhenAllMailIsRedirected()
    {
        await QueueAsync(Letters.Mail("thu-1", "a@so.gov.vn", "b@so.gov.vn"));

        await Dispatcher(Settings with { RedirectAllTo = "thu-nghiem@cchc.test" }).DeliverAsync(CancellationToken.None);

        Assert.Equal(["thu-nghiem@cchc.test", "thu-nghiem@cchc.test"], _sender.Addresses);
        Assert.Equal(["a@so.gov.vn", "b@so.gov.vn"], _sender.InPlaceOf);
        Assert.All(await Outbox.ListAsync(), delivery => Assert.Equal("thu-nghiem@cchc.test", delivery.DeliveredTo));
    }

    [Fact]
    public async Task Deliver_TouchesNothing_InPreview()
    {
        await QueueAsync(Letters.Mail("thu-1"));

        await Dispatcher(Settings with { Mode = MailMode.Preview }).DeliverAsync(CancellationToken.None);

        Assert.Empty(_sender.Addresses);
        Assert.Equal((DeliveryState.Queued, 0), Assert.Single(await Outbox.ListAsync()) is var delivery ? (delivery.State, delivery.Attempts) : default);
    }

    [Fact]
    public async Task Deliver_HoldsLetter_ThatWaitedTooLong_UntilAPersonLetsItGo()
    {
        await QueueAsync(Letters.Mail("thu-1"));
        Clock.Advance(TimeSpan.FromDays(4));

        await Dispatcher().DeliverAsync(CancellationToken.None);
        Assert.Empty(_sender.Addresses);
        var held = Assert.Single(await Outbox.ListAsync(DeliveryState.Held));
        Assert.Contains("2026-04-01 00:30:00Z", held.LastError, StringComparison.Ordinal);

        await Outbox.QueueAgainAsync(held.Id);
        await Dispatcher().DeliverAsync(CancellationToken.None);
        Assert.Single(_sender.Addresses);
    }

    [Fact]
    public async Task Deliver_WaitsForTheDatabase_ToNoteALetterThatIsOut()
    {
        await QueueAsync(Letters.Mail("thu-1"));
        _sender.Sending = () => Rename("delivery", "delivery_away");
        Clock.Waited = () => Rename("delivery_away", "delivery");

        await Dispatcher().DeliverAsync(CancellationToken.None);

        Assert.Equal(DeliveryState.Sent, Assert.Single(await Outbox.ListAsync()).State);
        Assert.Single(_sender.Addresses);
    }

    [Fact]
    public async Task Deliver_FailsTheRun_WhenTheDatabaseStaysAway_AndTheLetterIsFlaggedLater()
    {
        await QueueAsync(Letters.Mail("thu-1"));
        _sender.Sending = () => Rename("delivery", "delivery_away");

        await Assert.ThrowsAnyAsync<DbException>(() => Dispatcher().DeliverAsync(CancellationToken.None));
        Rename("delivery_away", "delivery");
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Dispatcher().DeliverAsync(CancellationToken.None);

        Assert.Equal((DeliveryState.Unknown, 1), Assert.Single(await Outbox.ListAsync()) is var delivery ? (delivery.State, delivery.Unknowns) : default);
    }

    [Fact]
    public async Task Deliver_KeepsToTheLimitAMinute()
    {
        for (var i = 0; i < 6; i++)
        {
            await QueueAsync(Letters.Mail($"thu-{i}"));
        }

        var start = Clock.GetUtcNow();
        await Dispatcher(Settings with { PerMinute = 20 }).DeliverAsync(CancellationToken.None);

        Assert.Equal(6, _sender.Addresses.Count);
        Assert.Equal(TimeSpan.FromSeconds(18), Clock.GetUtcNow() - start);
    }

    private OutboxDispatcher Dispatcher(MailSettings? settings = null) => new(Outbox, _sender, settings ?? Settings, DeliveryPolicy.Default, Clock);

    private void Rename(string from, string to)
    {
        using var connection = Database.OpenAsync().AsTask().GetAwaiter().GetResult();
        connection.Execute($"ALTER TABLE {from} RENAME TO {to}");
    }

    private async Task QueueAsync(OutgoingMail mail) => Assert.True((await Outbox.QueueAsync(mail, Info, [])).IsQueued);
}

public sealed class SqliteOutboxDispatcherTest : OutboxDispatcherTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresOutboxDispatcherTest(PostgresServer server) : OutboxDispatcherTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
