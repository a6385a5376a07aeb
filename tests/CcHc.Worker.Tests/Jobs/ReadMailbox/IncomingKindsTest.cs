using CcHc.Adapters.Mail.Mailbox;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Mailbox;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Core.Mail.Incoming;
using CcHc.Office;
using CcHc.Worker.Jobs;
using CcHc.Worker.Jobs.ReadMailbox;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static CcHc.Worker.Tests.Support.AnswerOffice;

namespace CcHc.Worker.Tests.Jobs.ReadMailbox;

/// <summary>What became of each kind, one after another in one office.</summary>
internal sealed record KindOutcome(JobOutcome Run, IncomingEntry? Entry, bool IsWaiting, int Lines);

public sealed class KindsOnceRun : IAsyncLifetime
{
    internal Dictionary<string, KindOutcome> Outcomes { get; } = new(StringComparer.Ordinal);

    internal IReadOnlyList<BouncedLetter> Bounced { get; private set; } = [];

    internal string LetterId { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await using var office = new AnswerOffice();
        office.Office.Mailbox = new MailboxSettings { Host = "memory", User = "cchc", AuthservId = IncomingKinds.AuthservId, ReceiptsPerDay = 100 };
        await office.RemindAsync();
        var letter = await office.LetterAsync("STP");
        LetterId = letter.MessageId;
        var sheet = letter.Attachments.Single().Content;
        const string review = "Rà soát thủ tục hành chính nội bộ";
        var parts = new KindParts(LetterId,
            [
                await FillAsync(sheet, [Done(review)]), await FillAsync(sheet, [Done("Công bố danh mục thủ tục")]),
                await FillAsync(sheet, [MoreTime("Tập huấn nghiệp vụ một cửa", "2026-07-31")]),
                await FillAsync(sheet, [Done(review)], sort: true), await FillAsync(sheet, [Done(review, document: "15/QĐ-STP")]),
            ],
            sheet);

        await using var host = await office.Office.OpenAsync();
        var (mailbox, store) = (new MemoryMailbox(), host.Services.GetRequiredService<IncomingMailStore>());
        var job = ActivatorUtilities.CreateInstance<ReadMailboxJob>(host.Services, mailbox);
        foreach (var kind in IncomingKinds.All)
        {
            var before = await store.CountAsync(waitingOnly: false);
            mailbox.Deliver(kind.Message(parts));
            var run = new JobContext(Guid.NewGuid().ToString("N"), OfficeTime.DayOf(office.Office.Clock.Now), false, new Progress<(int, int)>());
            var outcome = await job.RunAsync(run, CancellationToken.None);
            Outcomes.Add(kind.Name, new KindOutcome(outcome, (await store.ListAsync(waitingOnly: false, limit: 1)).FirstOrDefault(),
                mailbox.Moved[^1].IsWaiting, await store.CountAsync(waitingOnly: false) - before));
        }

        Assert.Equal((0, IncomingKinds.All.Count), (mailbox.Left, mailbox.Moved.Count));
        Bounced = await host.Services.GetRequiredService<OutboxBounces>().ListAsync(DateTimeOffset.MinValue);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class IncomingKindsTest(KindsOnceRun kinds) : IClassFixture<KindsOnceRun>
{
    public static TheoryData<string> Names => [.. IncomingKinds.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachKind_BecomesWhatTheTableSays(string name)
    {
        var kind = IncomingKinds.All.Single(one => one.Name == name);
        var outcome = kinds.Outcomes[name];

        Assert.Equal(1, outcome.Run.Counts["messages"]);
        Assert.Equal((kind.Answers, kind.Receipts, kind.Bounced),
            (outcome.Run.Counts["answers"], outcome.Run.Counts["receipts_queued"], outcome.Run.Counts["bounced"]));
        Assert.Equal(kind.Fate.WaitsForPerson(), outcome.IsWaiting);
        Assert.Equal((kind.IsRepeated ? 0 : 1, kind.IsRepeated ? 1 : 0), (outcome.Lines, outcome.Run.Counts["seen_before"]));
        if (!kind.IsRepeated)
        {
            Assert.Equal((kind.Fate, kind.IsTied ? kinds.LetterId : ""), (outcome.Entry!.Fate, outcome.Entry.LetterId));
        }
    }

    [Fact]
    public void TableHasFortyKindsAtLeast_AndNoneIsThere_Twice() =>
        Assert.InRange(IncomingKinds.All.Select(kind => kind.Name).Distinct(StringComparer.Ordinal).Count(), 40, int.MaxValue);

    [Fact]
    public void LetterIsMarked_AsComeBackOnce() => Assert.Equal([("STP", "stp@x.example")], kinds.Bounced.Select(one => (one.AgencyCode, one.Address)));

    [Fact]
    public void NothingOfAMessage_IsShownButItsWords() =>
        Assert.DoesNotContain("alert", kinds.Outcomes["words in HTML with a script"].Entry!.Words, StringComparison.Ordinal);
}
