using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;
using SmtpServer.Protocol;

namespace CcHc.Adapters.Tests.Mail;

/// <summary>
/// RELIABILITY 73, 75: a refusal that is our own fault ends no letter and blames nobody, whichever letter meets it first; cured, all go out once.
/// </summary>
public abstract class OurFaultTest(ScriptedServer shared) : StorageContract, IClassFixture<ScriptedServer>
{
    private const int Letters = 40;

    private OutboxStore Outbox => new(Database, Clock);

    private ScriptedMailServer Server => shared.Server;

    [Theory]
    [InlineData(SmtpStep.Sender, 0, 550, "5.1.8 <cchc@so.gov.vn>: Sender address rejected", 1)]
    [InlineData(SmtpStep.Sender, 3, 550, "5.7.60 SMTP; Client does not have permissions to send as this sender", 4)]
    [InlineData(SmtpStep.Recipient, 0, 553, "sender rejected", 3)]
    [InlineData(SmtpStep.Recipient, 3, 553, "sender rejected", 6)]
    [InlineData(SmtpStep.Recipient, 0, 550, "quota", 3)]
    [InlineData(SmtpStep.Recipient, 0, 554, "5.7.1 <{to}>: Relay access denied", 3)]
    [InlineData(SmtpStep.Recipient, 3, 550, "5.7.1 Client host blocked using zen.spamhaus.org", 6)]
    [InlineData(SmtpStep.Message, 0, 554, "5.7.1 Message rejected as spam", 3)]
    [InlineData(SmtpStep.Message, 3, 550, "5.4.5 Daily user sending limit exceeded", 6)]
    // The words blame the addressee; three in a row are not believed.
    [InlineData(SmtpStep.Recipient, 0, 550, "5.1.1 User unknown", 3)]
    [InlineData(SmtpStep.Recipient, 3, 550, "5.1.1 <{to}>: Recipient address rejected: User unknown", 6)]
    public async Task Deliver_StopsTheBatch_BlamesNobody_AndSendsAllOnceAfterTheCure(SmtpStep step, int good, int code, string text, int tried)
    {
        await QueueAsync(Letters, "co-quan");
        var seen = 0;
        Break(step, address => Interlocked.Increment(ref seen) > good
            ? new SmtpResponse((SmtpReplyCode)code, text.Replace("{to}", address, StringComparison.Ordinal)) : null);
        var before = Server.Kept.Count;

        var report = await DeliverAsync();

        Assert.Equal(tried, seen);
        Assert.NotNull(report.OurFault);
        Assert.Equal((good, Letters - good), (Server.Kept.Count - before, (await Outbox.CountAsync())[DeliveryState.TryLater]));
        Assert.Empty(await Outbox.RefusedAddressesAsync());
        Assert.Equal(Letters - good, (await Outbox.OurFaultAsync())!.Letters);
        Assert.Contains(text.Split('<')[0].Trim(), (await Outbox.OurFaultAsync())!.LastError, StringComparison.Ordinal);
        // The server is not asked again for every letter while the fault stands.
        await DeliverAsync();
        Assert.Equal(tried, seen);

        Break(step, _ => null);
        for (var hour = 0; hour < 3; hour++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await DeliverAsync();
        }

        Assert.Equal(Letters, Server.Kept.Count - before);
        Assert.Equal(Letters, Server.Kept.Skip(before).Distinct().Count());
        Assert.Null(await Outbox.OurFaultAsync());
    }

    [Fact]
    public async Task Deliver_BlamesThreeWrongAddressesInARow_OnceOthersTookTheirLetters()
    {
        foreach (var name in new[] { "sai-1", "sai-2", "sai-3", "dung-1", "dung-2" })
        {
            await QueueAsync(1, name);
        }

        Break(SmtpStep.Recipient,
            address => address.StartsWith("sai", StringComparison.Ordinal) ? new SmtpResponse((SmtpReplyCode)550, "5.1.1 User unknown") : null);
        await DeliverAsync();
        Assert.Empty(await Outbox.RefusedAddressesAsync());

        for (var hour = 0; hour < 4; hour++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await DeliverAsync();
        }

        Assert.Equal(["sai-1-0@x.example", "sai-2-0@x.example", "sai-3-0@x.example"], (await Outbox.RefusedAddressesAsync()).Select(one => one.Address));
        Assert.Null(await Outbox.OurFaultAsync());
        Assert.Equal((2, 3), (await Outbox.CountAsync()) is var counts ? (counts[DeliveryState.Sent], counts[DeliveryState.Refused]) : default);
    }

    [Fact]
    public async Task Deliver_BlamesWrongAddressesAtOnce_WhereOthersAreTakenInBetween()
    {
        for (var i = 0; i < 4; i++)
        {
            await QueueAsync(1, $"sai-{i}");
            await QueueAsync(1, $"dung-{i}");
        }

        Break(SmtpStep.Recipient,
            address => address.StartsWith("sai", StringComparison.Ordinal) ? new SmtpResponse((SmtpReplyCode)550, "5.1.1 User unknown") : null);
        var report = await DeliverAsync();

        Assert.Equal((4, 4, null), (report.Count(DeliveryState.Sent), report.Count(DeliveryState.Refused), report.OurFault));
    }

    [Fact]
    public async Task Deliver_KeepsLettersThatWaitForUs_ForLongerThanOthers()
    {
        await QueueAsync(5, "co-quan");
        Break(SmtpStep.Sender, _ => new SmtpResponse((SmtpReplyCode)550, "5.1.8 sender rejected"));
        var before = Server.Kept.Count;
        for (var day = 0; day < 6; day++)
        {
            await DeliverAsync();
            Clock.Advance(TimeSpan.FromDays(1));
        }

        Break(SmtpStep.Sender, _ => null);
        await DeliverAsync();

        Assert.Equal(5, Server.Kept.Count - before);
    }

    private void Break(SmtpStep step, Func<string, SmtpResponse?> answer) => (Server.OnSender, Server.OnRecipient, Server.OnMessage) =
        (step == SmtpStep.Sender ? answer : _ => null, step == SmtpStep.Recipient ? answer : _ => null, step == SmtpStep.Message ? answer : _ => null);

    private async Task QueueAsync(int count, string name)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(
                (await Outbox.QueueAsync(Adapters.Tests.Support.Letters.Mail($"{name}-{i}", $"{name}-{i}@x.example"),
                    new LetterInfo("reminder", $"CQ{name}{i}"), [])).IsQueued);
        }
    }

    private Task<DispatchSummary> DeliverAsync()
    {
        var settings = new MailSettings { Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "127.0.0.1", Port = Server.Port, UseTls = false };
        return new OutboxDispatcher(Outbox, new MailKitMailSender(settings), settings, DeliveryPolicy.Default, Clock).DeliverAsync(CancellationToken.None);
    }
}

public sealed class SqliteOurFaultTest(ScriptedServer shared) : OurFaultTest(shared)
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresOurFaultTest(PostgresServer server, ScriptedServer shared) : OurFaultTest(shared)
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
