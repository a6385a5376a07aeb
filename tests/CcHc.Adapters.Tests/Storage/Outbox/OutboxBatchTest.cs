using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Mail;
using Dapper;

namespace CcHc.Adapters.Tests.Storage.Outbox;

/// <summary>Letters put into the outbox many at a time, and kept by pieces.</summary>
public abstract class OutboxBatchTest : StorageContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly string LongWords =
        string.Concat(Enumerable.Range(1, 400).Select(i => $"<p>{i}. Rà soát, công bố danh mục thủ tục hành chính</p>\n"));

    private OutboxStore Outbox => new(Database, Clock);

    [Fact]
    public async Task QueueAll_GivesBackWordsAndWorkbook_AsTheyWere()
    {
        var workbook = Workbook("SNV");
        await Outbox.QueueAllAsync([Letter("thu-1", workbook, "1")]);

        var claimed = (await new OutboxStore(ConnectAgain(), Clock).ClaimAsync(Lease))!;

        Assert.Equal((LongWords + "thu-1", "văn bản " + LongWords), (claimed.Mail.Html, claimed.Mail.Text));
        Assert.True(claimed.Mail.Attachments[0].IsLoose);
        Assert.Equal(workbook, claimed.Mail.Attachments[0].Content);
        var detail = (await Outbox.FindAsync(claimed.Id))!;
        Assert.Equal((LongWords + "thu-1", true), (detail.Html, detail.HasWords));
        Assert.Equal(workbook, (await Outbox.AttachmentAsync(claimed.Id, 0))!.Content);
    }

    [Fact]
    public async Task QueueAll_KeepsOnce_WhatLettersHaveInCommon()
    {
        await Outbox.QueueAllAsync([Letter("thu-0", Workbook("SNV"), "0")]);
        var first = await CountPiecesAsync();

        await Outbox.QueueAllAsync([.. Enumerable.Range(1, 20).Select(i => Letter($"thu-{i}", Workbook("SNV"), $"{i}"))]);

        Assert.InRange(await CountPiecesAsync(), first, first + 20 * 3);
    }

    [Fact]
    public async Task QueueAll_LeavesOut_OnlyWhatWasRecordedBefore()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), new LetterInfo("reminder", "STP"), [Letters.Key("1")]);

        var results = await Outbox.QueueAllAsync(
        [
            Letter("thu-0", Workbook("SNV"), "0"), Letter("thu-1", Workbook("SNV"), "9"), Letter("thu-2", Workbook("SNV"), "1"),
            Letter("thu-3", Workbook("SNV"), "3"),
        ]);

        Assert.Equal([true, false, false, true], results.Select(result => result.IsQueued));
        Assert.Equal([Letters.Key("1")], results[2].AlreadyTaken);
        var waiting = (await Outbox.ListWaitingAsync()).Select(delivery => delivery.MessageId);
        Assert.Equal(["<thu-1@cchc.test>", "<thu-0@cchc.test>", "<thu-3@cchc.test>"], waiting);
    }

    [Fact]
    public async Task QueueAll_PutsTheLetterBesideIt_OrNeither()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-9"), new LetterInfo("reminder", "STP"), [Letters.Key("2")]);
        LetterToQueue Pair(string name, string task) => new(
            new ReminderLetterToQueue(Letters.Mail(name), new LetterInfo("reminder", "STP")), [Letters.Key(task)],
            new ReminderLetterToQueue(Letters.Mail(name + "-head"), new LetterInfo("head", "STP")));

        await Outbox.QueueAllAsync([Pair("thu-1", "1"), Pair("thu-2", "2")]);

        Assert.Equal(["<thu-1-head@cchc.test>", "<thu-1@cchc.test>", "<thu-9@cchc.test>"], (await Outbox.ListAsync()).Select(one => one.MessageId)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task QueueAll_OfSeveralAtOnce_PutsEachLetterOnce()
    {
        var workers = Enumerable.Range(0, 3).Select(_ => new OutboxStore(ConnectAgain(), Clock)).ToList();
        var letters = Enumerable.Range(0, 30).Select(i => Letter($"thu-{i}", Workbook("SNV"), $"{i}")).ToList();

        var results = await Task.WhenAll(workers.Select(worker => Task.Run(() => worker.QueueAllAsync(letters))));

        Assert.Equal(30, results.Sum(one => one.Count(result => result.IsQueued)));
        Assert.Equal(30, (await Outbox.ListWaitingAsync()).Count);
    }

    [Fact]
    public async Task Forget_DropsPieces_ThatNoLetterHasAnyMore()
    {
        await Outbox.QueueAllAsync([Letter("old", Workbook("SNV"), "1")]);
        await SettleAsync();
        Clock.Advance(TimeSpan.FromDays(30));
        await Outbox.QueueAllAsync([Letter("young", Workbook("SNV"), "2")]);
        await SettleAsync();

        await Outbox.ForgetWordsAsync(Clock.GetUtcNow().AddDays(-1));

        var listed = await Outbox.ListAsync();
        var (young, old) = (listed.Single(one => one.MessageId == "<young@cchc.test>"), listed.Single(one => one.MessageId == "<old@cchc.test>"));
        Assert.Equal((true, false), ((await Outbox.FindAsync(young.Id))!.HasWords, (await Outbox.FindAsync(old.Id))!.HasWords));
        Assert.NotNull(await new OutboxStore(ConnectAgain(), Clock).AttachmentAsync(young.Id, 0));

        Clock.Advance(TimeSpan.FromDays(30));
        await Outbox.ForgetWordsAsync(Clock.GetUtcNow().AddDays(-1));
        Assert.Equal(0, await CountPiecesAsync());
    }

    private static LetterToQueue Letter(string name, byte[] workbook, string task) => new(
        new ReminderLetterToQueue(
            Letters.Mail(name) with { Html = LongWords + name, Text = "văn bản "
                + LongWords, Attachments = [new MailAttachment("Nhiệm vụ.xlsx", "application/octet-stream", workbook) { IsLoose = true }] },
            new LetterInfo("reminder", "STP")),
        [Letters.Key(task)]);

    private static byte[] Workbook(string agency) =>
        new AgencyTasksWorkbookWriter(SampleOffice.AsOf).ToLooseBytes(SampleOffice.Agency(agency), SampleOffice.Obligations);

    private async Task SettleAsync()
    {
        while (await Outbox.ClaimAsync(Lease) is { } claimed)
        {
            await Outbox.RecordAsync(claimed, new DeliveryVerdict(DeliveryState.Sent), claimed.Address);
        }
    }

    private async Task<long> CountPiecesAsync()
    {
        await using var connection = await Database.OpenAsync();
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM letter_piece");
    }
}

public sealed class SqliteOutboxBatchTest : OutboxBatchTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresOutboxBatchTest(PostgresServer server) : OutboxBatchTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
