using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Tests.Storage.Outbox;

public abstract class OutboxSearchTest : StorageContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private OutboxStore Outbox => new(Database, Clock);

    [Fact]
    public async Task Search_PutsFirstWhatAPersonMustLookAt_ThenTheNewest()
    {
        foreach (var (name, state) in new[]
        {
            ("sent-1", DeliveryState.Sent), ("held", DeliveryState.Held), ("unknown", DeliveryState.Unknown), ("later", DeliveryState.TryLater),
            ("sent-2", DeliveryState.Sent), ("refused", DeliveryState.Refused),
        })
        {
            await SettleAsync(name, state);
        }

        await QueueAsync("waits");
        Assert.Equal(["unknown", "refused", "held", "waits", "later", "sent-2", "sent-1"], await NamesAsync(new DeliveryFilter()));
    }

    [Fact]
    public async Task Search_FindsByStateAgencyKindRunAndDay()
    {
        await SettleAsync("b", DeliveryState.Refused, "SNV", "report-form");
        await QueueAsync("a", "STP", "reminder", "run-1");
        Clock.Advance(TimeSpan.FromDays(1));
        await QueueAsync("c", "STP", "report-form", "run-2");
        var today = Clock.GetUtcNow();

        Assert.Equal(["b"], await NamesAsync(new DeliveryFilter(DeliveryState.Refused)));
        Assert.Equal(["c", "a"], await NamesAsync(new DeliveryFilter(AgencyCode: "STP")));
        Assert.Equal(["b", "c"], await NamesAsync(new DeliveryFilter(Kind: "report-form")));
        Assert.Equal(["a"], await NamesAsync(new DeliveryFilter(RunId: "run-1")));
        Assert.Equal(["c"], await NamesAsync(new DeliveryFilter(From: today)));
        Assert.Equal(["b", "a"], await NamesAsync(new DeliveryFilter(Before: today)));
        Assert.Equal(["c"], await NamesAsync(new DeliveryFilter(DeliveryState.Queued, "STP", "report-form", "run-2", today, today.AddSeconds(1))));
        Assert.Empty(await NamesAsync(new DeliveryFilter(AgencyCode: "'; DROP TABLE letter; --")));
    }

    [Fact]
    public async Task Search_GivesEveryDeliveryOnce_PageByPage()
    {
        for (var i = 0; i < 25; i++)
        {
            await QueueAsync($"thu-{i}");
        }

        var pages = new List<string>();
        for (var skip = 0; skip < 30; skip += 10)
        {
            pages.AddRange((await Outbox.SearchAsync(new DeliveryFilter(), skip, 10)).Select(letter => letter.MessageId));
        }

        Assert.Equal(25, await Outbox.CountAsync(new DeliveryFilter()));
        Assert.Equal(25, pages.Distinct().Count());
        Assert.Equal(25, pages.Count);
    }

    [Fact]
    public async Task Find_TellsWordsFilesAndReminders()
    {
        var mail = Letters.Mail("thu-1") with { Attachments =
            [new MailAttachment("Nhiệm vụ.xlsx", "application/vnd.ms-excel", [1, 0, 255]), new MailAttachment("b.txt", "text/plain", [])] };
        await Outbox.QueueAsync(mail, new LetterInfo("reminder", "STP", "run-1"), [Letters.Key("2"), Letters.Key("1")]);
        var id = Assert.Single(await Outbox.ListAsync()).Id;

        var letter = (await Outbox.FindAsync(id))!;

        Assert.Equal((mail.Html, mail.Text, "run-1"), (letter.Html, letter.Text, letter.Summary.RunId));
        Assert.Equal(["Nhiệm vụ.xlsx", "b.txt"], letter.Attachments);
        Assert.Equal([Letters.Key("1"), Letters.Key("2")], letter.Reminders);
        Assert.Equal([1, 0, 255], (await Outbox.AttachmentAsync(id, 0))!.Content);
        Assert.Null(await Outbox.AttachmentAsync(id, 2));
        Assert.Null(await Outbox.FindAsync(id + 1));
    }

    [Theory]
    [InlineData(DeliveryState.Held, true)]
    [InlineData(DeliveryState.Refused, true)]
    [InlineData(DeliveryState.Unknown, true)]
    [InlineData(DeliveryState.TryLater, false)]
    [InlineData(DeliveryState.Sent, false)]
    public async Task QueueAgain_TakesWhatWouldNotArriveByItself(DeliveryState state, bool isTaken)
    {
        var id = await SettleAsync("thu-1", state);

        Assert.Equal(isTaken, await Outbox.QueueAgainAsync(id));
        Assert.Equal(isTaken, await Outbox.ClaimAsync(Lease) is not null);
    }

    [Fact]
    public async Task QueueAgain_OfADoubtfulOne_KeepsThatItMayArriveTwice()
    {
        var id = await SettleAsync("thu-1", DeliveryState.Unknown);
        await Outbox.QueueAgainAsync(id);
        Assert.Equal(1, (await Outbox.ClaimAsync(Lease))!.Unknowns);
    }

    [Theory]
    [InlineData(DeliveryState.TryLater, true)]
    [InlineData(DeliveryState.Unknown, true)]
    [InlineData(DeliveryState.Sent, false)]
    [InlineData(DeliveryState.Refused, false)]
    public async Task Hold_StopsOnlyWhatWouldLeave(DeliveryState state, bool isHeld)
    {
        var id = await SettleAsync("thu-1", state);

        Assert.Equal(isHeld, await Outbox.HoldAsync(id, "Held by An: sai số"));

        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Null(await Outbox.ClaimAsync(Lease));
        Assert.Equal(isHeld ? DeliveryState.Held : state, (await Outbox.FindAsync(id))!.Summary.State);
    }

    [Fact]
    public async Task Hold_ComesTooLate_ForALetterInAPostmansHand()
    {
        await QueueAsync("thu-1");
        var claimed = (await Outbox.ClaimAsync(Lease))!;

        Assert.False(await Outbox.HoldAsync(claimed.Id, "Held by An: sai số"));
        Assert.True(await Outbox.RecordAsync(claimed, new DeliveryVerdict(DeliveryState.Sent)));
    }

    private Task QueueAsync(string name, string agency = "STP", string kind = "reminder", string? run = null) =>
        Outbox.QueueAsync(Letters.Mail(name), new LetterInfo(kind, agency, run), []);

    /// <summary>Queues a letter while nothing else is due, and leaves it as an attempt would.</summary>
    private async Task<long> SettleAsync(string name, DeliveryState state, string agency = "STP", string kind = "reminder")
    {
        await QueueAsync(name, agency, kind);
        var claimed = (await Outbox.ClaimAsync(Lease))!;
        await Outbox.RecordAsync(claimed, new DeliveryVerdict(state, Clock.GetUtcNow().AddHours(1), "why", state == DeliveryState.Unknown ? 1 : 0));
        return claimed.Id;
    }

    private async Task<IEnumerable<string>> NamesAsync(DeliveryFilter filter)
    {
        var found = await Outbox.SearchAsync(filter, 0, 100);
        Assert.Equal(found.Count, await Outbox.CountAsync(filter));
        return found.Select(letter => letter.MessageId.Trim('<').Split('@')[0]);
    }
}

public sealed class SqliteOutboxSearchTest : OutboxSearchTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresOutboxSearchTest(PostgresServer server) : OutboxSearchTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
