using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;
using CcHc.Core.Reminders;
using Dapper;

namespace CcHc.Adapters.Tests.Storage.Outbox;

public abstract class OutboxTest : StorageContract
{
    private static readonly LetterInfo Info = new("reminder", "STP", "run-1");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private OutboxStore Outbox => new(Database, Clock);

    private SentLedger Ledger => new(Database);

    [Fact]
    public async Task Queue_RecordsLetterAndReminders_Together()
    {
        var result = await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, [Letters.Key("1"), Letters.Key("2")]);

        Assert.True(result.IsQueued);
        Assert.Equal([Letters.Key("1"), Letters.Key("2")], (await Ledger.ReadAsync()).OrderBy(key => key.TaskKey, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Queue_RefusesWholeLetter_WhenOneReminderIsTaken()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, [Letters.Key("1"), Letters.Key("2")]);

        var second = await Outbox.QueueAsync(Letters.Mail("thu-2"), Info, [Letters.Key("2"), Letters.Key("3")]);

        Assert.False(second.IsQueued);
        Assert.Equal([Letters.Key("2")], second.AlreadyTaken);
        Assert.DoesNotContain(Letters.Key("3"), await Ledger.ReadAsync());
        Assert.Single(await Outbox.ListAsync());
    }

    [Fact]
    public async Task Queue_RefusesSameMessageId_Twice()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, []);

        var again = await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, [Letters.Key("1")]);

        Assert.False(again.IsQueued);
        Assert.Empty(again.AlreadyTaken);
        Assert.Empty(await Ledger.ReadAsync());
    }

    [Fact]
    public async Task Queue_TakesManyRemindersInOneLetter()
    {
        var keys = Enumerable.Range(0, 700).Select(number => Letters.Key($"nv-{number}")).ToList();

        Assert.True((await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, keys)).IsQueued);
        var second = await Outbox.QueueAsync(Letters.Mail("thu-2"), Info, keys);

        Assert.Equal(700, second.AlreadyTaken.Count);
        Assert.Equal(keys.ToHashSet(), await Ledger.ReadAsync());
    }

    [Fact]
    public async Task Queue_LetsOneWorkerWin_WhenManyTakeOverlappingReminders()
    {
        var letters = Enumerable.Range(0, 24).Select(number => (
            Name: $"thu-{number}",
            Keys: new List<ReminderKey> { Letters.Key($"{number % 4}"), Letters.Key($"{(number + 1) % 4}") })).ToList();
        var workers = new[] { new OutboxStore(ConnectAgain(), Clock), new OutboxStore(ConnectAgain(), Clock) };

        var results =
            await Task.WhenAll(letters.Select((letter, i) => Task.Run(() => workers[i % 2].QueueAsync(Letters.Mail(letter.Name), Info, letter.Keys))));

        var queued = letters.Zip(results).Where(pair => pair.Second.IsQueued).SelectMany(pair => pair.First.Keys).ToList();
        Assert.NotEmpty(queued);
        Assert.Equal(queued.Count, queued.Distinct().Count());
        Assert.Equal(queued.ToHashSet(), await Ledger.ReadAsync());
        Assert.All(results.Where(result => !result.IsQueued), result => Assert.NotEmpty(result.AlreadyTaken));
    }

    [Fact]
    public async Task ListOfAgency_HoldsThatAgencysLetters_NewestFirst()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, []);
        await Outbox.QueueAsync(Letters.Mail("thu-2"), Info with { AgencyCode = "SNV" }, []);
        await Outbox.QueueAsync(Letters.Mail("thu-3"), Info, []);

        Assert.Equal(["<thu-3@cchc.test>", "<thu-1@cchc.test>"], (await Outbox.ListOfAgencyAsync("STP")).Select(letter => letter.MessageId));
        Assert.Single(await Outbox.ListOfAgencyAsync("STP", limit: 1));
    }

    [Theory]
    [InlineData("no-brackets@cchc.test")]
    [InlineData("<no-at-sign>")]
    [InlineData("<line\r\nBcc: x@y.vn@cchc.test>")]
    public async Task Queue_RefusesMalformedMessageId(string messageId) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Outbox.QueueAsync(Letters.Mail("thu-1") with { MessageId = messageId }, Info, []));

    [Fact]
    public async Task Queue_KeepsLetter_ThatHoldsDamagedText()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1") with { Text = "a\0b\uD83Dc" }, Info, []);

        Assert.Equal("a\uFFFDb\uFFFDc", (await Outbox.ClaimAsync(Lease))!.Mail.Text);
    }

    [Fact]
    public async Task Claim_GivesBackTheLetter_AsItWasQueued()
    {
        var file = new MailAttachment("Biểu mẫu báo cáo quý II.xlsx", "application/vnd.ms-excel", [0, 1, 2, 255]);
        var mail = Letters.Mail("thu-1", "a@so.gov.vn") with { Attachments = [file] };
        await Outbox.QueueAsync(mail, Info, []);

        var claimed = (await Outbox.ClaimAsync(Lease))!;

        Assert.Equal((mail.MessageId, mail.Subject, mail.Html, mail.Text),
            (claimed.Mail.MessageId, claimed.Mail.Subject, claimed.Mail.Html, claimed.Mail.Text));
        Assert.Equal((Info, "a@so.gov.vn", 1, 0), (claimed.Info, claimed.Address, claimed.Attempts, claimed.Unknowns));
        var attachment = Assert.Single(claimed.Mail.Attachments);
        Assert.Equal((file.FileName, file.MediaType), (attachment.FileName, attachment.MediaType));
        Assert.Equal(file.Content, attachment.Content);
        Assert.Equal(Clock.GetUtcNow(), claimed.QueuedAt);
    }

    [Fact]
    public async Task Claim_GivesEachAddressOnce_InTheOrderQueued()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1", "a@so.gov.vn", "b@so.gov.vn", "A@so.gov.vn"), Info, []);
        await Outbox.QueueAsync(Letters.Mail("thu-2", "c@so.gov.vn"), Info, []);

        var addresses = new List<string>();
        while (await Outbox.ClaimAsync(Lease) is { } claimed)
        {
            addresses.Add(claimed.Address);
        }

        Assert.Equal(["a@so.gov.vn", "b@so.gov.vn", "c@so.gov.vn"], addresses);
    }

    [Fact]
    public async Task Claim_NeverGivesOneDeliveryToTwoPostmen()
    {
        for (var i = 0; i < 60; i++)
        {
            await Outbox.QueueAsync(Letters.Mail($"thu-{i}"), Info, []);
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var postman = new OutboxStore(ConnectAgainSafely(), Clock);
            var mine = new List<long>();
            while (await postman.ClaimAsync(Lease) is { } claimed)
            {
                mine.Add(claimed.Id);
                await postman.RecordAsync(claimed, new DeliveryVerdict(DeliveryState.Sent));
            }

            return mine;
        })));

        var all = claims.SelectMany(mine => mine).ToList();
        Assert.Equal(60, all.Count);
        Assert.Equal(60, all.Distinct().Count());
        Assert.Equal(60, (await Outbox.CountAsync())[DeliveryState.Sent]);
    }

    [Fact]
    public async Task RecordAndClaim_WritesBothOrNeither_AndTellsOfALostClaim()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, []);
        await Outbox.QueueAsync(Letters.Mail("thu-2"), Info, []);
        var first = (await Outbox.ClaimAsync(Lease))!;

        var turn = await Outbox.RecordAndClaimAsync(first, new DeliveryVerdict(DeliveryState.Sent), "a@x.example", Lease);
        Assert.True(await turn.IsOnDisk);

        var states = (await new OutboxStore(ConnectAgain(), Clock).ListAsync()).ToDictionary(one => one.MessageId, one => one.State);
        Assert.Equal((true, "<thu-2@cchc.test>", DeliveryState.Sent, DeliveryState.Sending),
            (turn.IsRecorded, turn.Next!.Mail.MessageId, states["<thu-1@cchc.test>"], states["<thu-2@cchc.test>"]));

        Clock.Advance(Lease + TimeSpan.FromMinutes(1));
        await Outbox.SetAsideAbandonedAsync(TimeSpan.Zero);
        await Outbox.ClaimAsync(Lease);
        var overtaken = await Outbox.RecordAndClaimAsync(turn.Next, new DeliveryVerdict(DeliveryState.Sent), "b@x.example", Lease);

        Assert.Equal((false, true, null), (overtaken.IsRecorded, await overtaken.IsOnDisk, overtaken.Next));
    }

    [Fact]
    public async Task Claim_WaitsForTheNextAttempt()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, []);
        var first = (await Outbox.ClaimAsync(Lease))!;
        await Outbox.RecordAsync(first, new DeliveryVerdict(DeliveryState.TryLater, Clock.GetUtcNow().AddMinutes(5), "451 busy"));

        Assert.Null(await Outbox.ClaimAsync(Lease));
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(2, (await Outbox.ClaimAsync(Lease))!.Attempts);
    }

    [Fact]
    public async Task Abandoned_IsSentOnceMoreWithTheSameMessageId_ThenHeld()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, []);
        var killed = (await Outbox.ClaimAsync(Lease))!;
        Assert.Equal(0, await Outbox.SetAsideAbandonedAsync(TimeSpan.FromMinutes(30)));

        Clock.Advance(Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Outbox.SetAsideAbandonedAsync(TimeSpan.FromMinutes(30)));
        Assert.Equal(DeliveryState.Unknown, Assert.Single(await Outbox.ListAsync()).State);
        Assert.Null(await Outbox.ClaimAsync(Lease));

        Clock.Advance(TimeSpan.FromMinutes(30));
        var again = (await Outbox.ClaimAsync(Lease))!;
        Assert.Equal((killed.Mail.MessageId, 1), (again.Mail.MessageId, again.Unknowns));

        Clock.Advance(Lease + TimeSpan.FromSeconds(1));
        await Outbox.SetAsideAbandonedAsync(TimeSpan.FromMinutes(30));
        var held = Assert.Single(await Outbox.ListAsync(DeliveryState.Held));
        Assert.Equal(2, held.Unknowns);
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.Null(await Outbox.ClaimAsync(Lease));
    }

    [Fact]
    public async Task Abandoned_IsHeldAtOnce_WhenNothingUnknownMayBeResent()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, []);
        await Outbox.ClaimAsync(Lease);
        Clock.Advance(Lease + TimeSpan.FromSeconds(1));

        await Outbox.SetAsideAbandonedAsync(resendAfter: null);

        Assert.Equal(DeliveryState.Held, Assert.Single(await Outbox.ListAsync()).State);
    }

    [Fact]
    public async Task Record_OfSlowPostman_StillCounts_UntilAnotherHasClaimed()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, []);
        var slow = (await Outbox.ClaimAsync(Lease))!;
        Clock.Advance(Lease + TimeSpan.FromSeconds(1));
        await Outbox.SetAsideAbandonedAsync(TimeSpan.Zero);

        Assert.True(await Outbox.RecordAsync(slow, new DeliveryVerdict(DeliveryState.Sent)));
        Assert.Null(await Outbox.ClaimAsync(Lease));
    }

    [Fact]
    public async Task Record_OfLostClaim_ChangesNothing()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, []);
        var slow = (await Outbox.ClaimAsync(Lease))!;
        Clock.Advance(Lease + TimeSpan.FromSeconds(1));
        await Outbox.SetAsideAbandonedAsync(TimeSpan.Zero);
        await Outbox.ClaimAsync(Lease);

        Assert.False(await Outbox.RecordAsync(slow, new DeliveryVerdict(DeliveryState.Refused)));
        Assert.Equal(DeliveryState.Sending, Assert.Single(await Outbox.ListAsync()).State);
    }

    [Fact]
    public async Task QueueAgain_FreesWhatWasHeld_AndNothingElse()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, []);
        var claimed = (await Outbox.ClaimAsync(Lease))!;
        await Outbox.RecordAsync(claimed, new DeliveryVerdict(DeliveryState.Held, Error: "waited three days"));

        Assert.True(await Outbox.QueueAgainAsync(claimed.Id));
        Assert.False(await Outbox.QueueAgainAsync(claimed.Id));
        Assert.NotNull(await Outbox.ClaimAsync(Lease));
    }

    [Fact]
    public async Task Ledger_CanLeaveOutEarlierYears()
    {
        var old = Letters.Key("1") with { Due = new DateOnly(2025, 12, 31) };
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, [old, Letters.Key("2")]);

        Assert.Equal([Letters.Key("2")], await Ledger.ReadAsync(new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public async Task LedgersStamp_ChangesWithEveryReminderRecorded_AndOnlyThen()
    {
        var empty = await Ledger.StampAsync();
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, [Letters.Key("1")]);
        var one = await Ledger.StampAsync();
        await Outbox.QueueAsync(Letters.Mail("thu-2"), Info, []);
        Assert.Equal(one, await Ledger.StampAsync());
        await Outbox.QueueAsync(Letters.Mail("thu-3"), Info, [Letters.Key("2")]);

        Assert.Equal(3, new[] { empty, one, await Ledger.StampAsync() }.Distinct().Count());
    }

    [Fact]
    public async Task Reminder_CannotBeLostWithItsLetter()
    {
        await Outbox.QueueAsync(Letters.Mail("thu-1"), Info, [Letters.Key("1")]);
        await using var connection = await Database.OpenAsync();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => connection.ExecuteAsync("DELETE FROM letter"));
    }

    private Database ConnectAgainSafely()
    {
        lock (Clock)
        {
            return ConnectAgain();
        }
    }
}

public sealed class SqliteOutboxTest : OutboxTest
{
    // All workers beside an SQLite file are of this machine: the letter a killed one had in hand need not wait for the end of its lease.
    [Fact]
    public async Task Abandoned_IsFreedAtOnce_WhenItsProcessHasEnded()
    {
        var outbox = new OutboxStore(Database, Clock);
        await outbox.QueueAsync(Letters.Mail("thu-1"), new LetterInfo("reminder", "STP", "run-1"), []);
        await outbox.QueueAsync(Letters.Mail("thu-2"), new LetterInfo("reminder", "STP", "run-1"), []);
        var dead = (await outbox.ClaimAsync(TimeSpan.FromMinutes(10)))!;
        await outbox.ClaimAsync(TimeSpan.FromMinutes(10));
        await using (var connection = await Database.OpenAsync())
        {
            await connection.ExecuteAsync("UPDATE delivery SET claim = @claim WHERE id = @Id",
                new { dead.Id, claim = $"{Environment.MachineName}:{EndedProcess()}/0" });
        }

        Assert.Equal(1, await outbox.SetAsideAbandonedAsync(TimeSpan.FromMinutes(30)));

        Assert.Equal(dead.Id, Assert.Single(await outbox.ListAsync(DeliveryState.Unknown)).Id);
        Assert.Single(await outbox.ListAsync(DeliveryState.Sending));
    }

    private static int EndedProcess()
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.Id;
    }

    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresOutboxTest(PostgresServer server) : OutboxTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
