using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Mail;

/// <summary>Outbox, postman, a sender and a real mail server together.</summary>
public abstract class SmtpDeliveryContract(SharedSmtpServer shared) : StorageContract, IClassFixture<SharedSmtpServer>
{
    protected abstract IMailSender NewSender(MailSettings settings);

    private OutboxStore Outbox => new(Database, Clock);

    private MailSettings Settings =>
        new() { Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "127.0.0.1", Port = shared.Server.Port, UseTls = false };

    [Theory]
    [InlineData("lose-answer", 2)]
    [InlineData("lose-mail", 0)]
    public async Task Deliver_SendsOnceMoreAtMost_AndHolds_WhenTheAnswerIsAlwaysLost(string address, int copies)
    {
        await Outbox.QueueAsync(Letters.Mail(address), new LetterInfo("reminder", "STP"), [Letters.Key("1")]);

        for (var round = 0; round < 5; round++)
        {
            await new OutboxDispatcher(Outbox, NewSender(Settings), Settings, DeliveryPolicy.Default, Clock).DeliverAsync(CancellationToken.None);
            Clock.Advance(TimeSpan.FromHours(2));
        }

        var held = Assert.Single(await Outbox.ListAsync());
        Assert.Equal((DeliveryState.Held, 2, 2), (held.State, held.Attempts, held.Unknowns));
        var kept = await ReadMail.AllAsync(shared.Server.Kept());
        Assert.Equal(copies, kept.Count(mail => mail.Headers["Message-ID"] == held.MessageId));
    }

    [Fact]
    public async Task Deliver_BringsEveryLetter_ThoughTwoPostmenWorkAtOnce()
    {
        for (var i = 0; i < 20; i++)
        {
            await Outbox.QueueAsync(Letters.Mail($"both-{i}", $"both-{i}@so.gov.vn", $"rcpt-550-{i}@so.gov.vn"), new LetterInfo("reminder", "STP"),
                [Letters.Key($"{i}")]);
        }

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            new OutboxDispatcher(Outbox, NewSender(Settings), Settings, DeliveryPolicy.Default, Clock).DeliverAsync(CancellationToken.None))));

        var ids = (await ReadMail.AllAsync(shared.Server.Kept())).Select(mail => mail.Headers["Message-ID"])
            .Where(id => id.StartsWith("<both-", StringComparison.Ordinal)).ToList();
        Assert.Equal((20, 20), (ids.Count, ids.Distinct().Count()));
        var counts = await Outbox.CountAsync();
        Assert.Equal((20, 20), (counts[DeliveryState.Sent], counts[DeliveryState.Refused]));
    }

    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}
