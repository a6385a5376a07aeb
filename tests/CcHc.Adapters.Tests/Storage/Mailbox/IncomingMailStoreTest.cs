using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Mailbox;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Agencies;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.Mail.Incoming;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Registers;

namespace CcHc.Adapters.Tests.Storage.Mailbox;

/// <summary>
/// A message is decided once with all it brings; an answer stands until the agency says something else; a bounce marks its letter and sends it on once.
/// </summary>
public abstract class IncomingMailStoreTest : StorageContract
{
    private IncomingMailStore Mail => new(Database, Clock);

    private AnswerStore Answers => new(Database, Clock);

    private OutboxBounces Bounces => new(Database, Clock);

    [Fact]
    public async Task Decide_RecordsAMessageWithAllItBrings_Once()
    {
        var decision = Reply("<1@stp.example>", "k1") with { IsAnswered = true,
            Files = [new JudgedFile(new IncomingFile("phiếu.xlsx", "application/x", [1, 2, 3]), "Đã đọc")] };

        Assert.Equal(1, await Mail.DecideAsync(decision));
        Assert.Null(await Mail.DecideAsync(decision));

        var entry = Assert.Single(await Mail.ListAsync(waitingOnly: false));
        Assert.Equal(("stp@x.example", "Trả lời", true, IncomingFate.TakenIn), (entry.FromAddress, entry.Subject, entry.IsAnswered, entry.Fate));
        var (found, files) = (await Mail.FindAsync(entry.Id))!.Value;
        Assert.Equal((entry.Id, "phiếu.xlsx", 3L), (found.Id, Assert.Single(files).FileName, files[0].Size));
        Assert.Equal([1, 2, 3], (await Mail.FileAsync(entry.Id, 0))!.Bytes);
        Assert.Null(await Mail.FileAsync(entry.Id, 1));
        Assert.Single(await Answers.ListAsync());
        Assert.Equal(IncomingFate.TakenIn, await Mail.FindFateAsync(decision.Mail));
        Assert.Equal(1, await Mail.AnsweredSinceAsync("stp@x.example", Clock.GetUtcNow().AddHours(-1)));
        Assert.Equal(0, await Mail.AnsweredSinceAsync("stp@x.example", Clock.GetUtcNow().AddHours(1)));
    }

    [Fact]
    public async Task Decide_IsOnesOwn_OfManyNodesThatReadAtOnce()
    {
        var nodes = new[] { Mail, new IncomingMailStore(ConnectAgain(), Clock), new IncomingMailStore(ConnectAgain(), Clock) };

        var added = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => Task.Run(() => nodes[i % 3].DecideAsync(Reply("<1@stp.example>", "k1")))));

        Assert.Single(added, one => one is not null);
        Assert.Equal((1, 1), (await Mail.CountAsync(waitingOnly: false), (await Answers.ListAsync()).Count));
    }

    [Fact]
    public async Task WhatWaitsForAPerson_IsSeenOnce()
    {
        await Mail.DecideAsync(Reply("<1@stp.example>", "k1"));
        await Mail.DecideAsync(new IncomingDecision(Message("<2@stp.example>"), IncomingFate.Words, "STP", ""));
        var waiting = Assert.Single(await Mail.ListAsync(waitingOnly: true));

        Assert.True(await Mail.SeenAsync(waiting.Id, "Lan"));
        Assert.False(await Mail.SeenAsync(waiting.Id, "Hoa"));
        Assert.Equal((0, 2), (await Mail.CountAsync(waitingOnly: true), await Mail.CountAsync(waitingOnly: false)));
    }

    [Fact]
    public async Task Tries_AreCountedUntilTheMessageLiesInItsFolder()
    {
        Assert.Equal((1, 2), (await Mail.TryAsync("h"), await Mail.TryAsync("h")));
        await Mail.DoneAsync("h");
        Assert.Equal(1, await Mail.TryAsync("h"));
    }

    [Fact]
    public async Task Answer_IsReplacedByTheNext_AndDecidedOnce()
    {
        await Mail.DecideAsync(Reply("<1@stp.example>", "k1", new DateOnly(2026, 3, 30)));
        await Mail.DecideAsync(Reply("<2@stp.example>", "k1", new DateOnly(2026, 3, 31)));
        var given = await Answers.ListAsync();
        Assert.Equal([AnswerState.Replaced, AnswerState.Waiting], given.Select(one => one.State));
        Assert.Equal(1, await Answers.CountWaitingAsync());

        Assert.False(await Answers.DecideAsync(given[0].Id, new AnswerVerdict(true, "Lan", "")));
        Assert.True(await Answers.DecideAsync(given[1].Id, new AnswerVerdict(false, "Lan", "Chưa có văn bản")));
        Assert.False(await Answers.DecideAsync(given[1].Id, new AnswerVerdict(true, "Hoa", "")));
        Assert.Equal("Chưa có văn bản", Assert.Single(await Answers.UntoldAsync()).DecisionReason);
        await Answers.ToldAsync([given[1].Id], "<thu-1@cchc.test>");
        Assert.Empty(await Answers.UntoldAsync());
    }

    [Fact]
    public async Task Extension_IsGrantedUntilTheDayAskedFor_UnlessAnotherIsGiven()
    {
        var asked = new ExtensionRequest(new DateOnly(2026, 5, 29), "Chờ ý kiến");
        await Mail.DecideAsync(Reply("<1@stp.example>", "k1", null, asked));
        await Mail.DecideAsync(Reply("<2@stp.example>", "k2", null, asked));
        var given = await Answers.ListAsync();

        await Answers.DecideAsync(given[0].Id, new AnswerVerdict(true, "Lan", ""));
        await Answers.DecideAsync(given[1].Id, new AnswerVerdict(true, "Lan", "", new DateOnly(2026, 5, 15)));

        Assert.Equal([new DateOnly(2026, 5, 29), new DateOnly(2026, 5, 15)], (await Answers.ListAsync()).Select(one => one.GrantedTo!.Value));
    }

    [Fact]
    public async Task Bounce_MarksItsLetter_WhichGoesOnceToTheMendedAddress()
    {
        var outbox = new OutboxStore(Database, Clock);
        await outbox.QueueAsync(Letters.Mail("thu-1"), new LetterInfo("reminder", "STP", "run-1"), [Letters.Key("1")]);
        var address = Assert.Single(await outbox.ListAsync()).Address;
        var ledger = new SentLedger(Database);
        Assert.Single(await ledger.ReachedAsync());
        Assert.False(await Bounces.AnyAsync());
        Assert.Equal("<thu-1@cchc.test>", await Mail.LetterAsync(["<other>", "<thu-1@cchc.test>"]));
        await Mail.DecideAsync(new IncomingDecision(Message("<b@mx.example>"), IncomingFate.Bounced, "STP", "") { LetterId = "<thu-1@cchc.test>",
            Bounces = [new DeliveryFailure(address, "5.1.1", "no such user")] });

        Assert.True(await Bounces.AnyAsync());
        Assert.Equal((address, "5.1.1 no such user"), Assert.Single(await Bounces.ListAsync(Clock.GetUtcNow().AddDays(-1))) is var letter
            ? (letter.Address, letter.Bounce) : default);
        Assert.Equal((1, 0), ((await ledger.UndeliveredAsync()).Count, (await ledger.ReachedAsync()).Count));
        Assert.Equal(0, await Bounces.ResendAsync(DirectoryWith(address)));
        Assert.Equal(1, await Bounces.ResendAsync(DirectoryWith("moi@x.example")));
        Assert.Equal(0, await Bounces.ResendAsync(DirectoryWith("moi@x.example")));
        Assert.Contains(await outbox.ListAsync(), delivery => delivery.Address == "moi@x.example");
        Assert.Equal((0, 1), ((await ledger.UndeliveredAsync()).Count, (await ledger.ReachedAsync()).Count));
    }

    private static AgencyDirectory DirectoryWith(string address) =>
        new([new Agency { Code = "STP", Name = "Sở Tư pháp", Emails = [address] }], "danh-ba-co-quan.xlsx");

    private static IncomingMail Message(string id) =>
        new() { MessageId = id, Hash = "hash of " + id, From = ["stp@x.example"], Subject = "Trả lời", Text = "Kính gửi Sở" };

    private IncomingDecision Reply(string id, string rowKey, DateOnly? done = null, ExtensionRequest? extension = null)
    {
        var day = extension is null ? done ?? new DateOnly(2026, 3, 30) : (DateOnly?)null;
        var said = new AgencyStatement(rowKey, day is null ? TaskProgress.Unknown : TaskProgress.Done, day is null
            ? "" : "Hoàn thành", day, "", extension, extension?.Reason ?? "", "Trả lời", 6)
        {
            Task = "Rà soát thủ tục", TaskKey = rowKey,
        };
        var file =
            new AnswerFile(new AnswerSheetReading(id + ".xlsx", "hash of " + id, "STP", [said], []), AnswerOrigin.Mail, Clock.GetUtcNow(), ReceiptState.Due);
        return new IncomingDecision(Message(id), IncomingFate.TakenIn, "STP", "") { Answers = [(file, [1])] };
    }
}

public sealed class SqliteIncomingMailStoreTest : IncomingMailStoreTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresIncomingMailStoreTest(PostgresServer server) : IncomingMailStoreTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
