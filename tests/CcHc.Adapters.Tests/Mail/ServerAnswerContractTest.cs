using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;
using CcHc.Core.Tests.Mail;
using SmtpServer.Protocol;

namespace CcHc.Adapters.Tests.Mail;

/// <summary>
/// RELIABILITY 44, 73, 74: each real answer of server-answers.tsv, said by a server at its step, and what becomes of the letter, of the address, of the
/// office's alarm and of the letter after the cure.
/// </summary>
public sealed class ServerAnswerContractTest(ScriptedServer shared) : StorageContract, IClassFixture<ScriptedServer>
{
    private const string Recipient = "stp@x.example";

    public static TheoryData<string, SmtpStep, int, string, RefusalCause> Answers()
    {
        var table = new TheoryData<string, SmtpStep, int, string, RefusalCause>();
        foreach (var row in ServerAnswers.All.Where(row => IsSayable(row)))
        {
            table.Add(row.Server, row.Step, row.Code, row.Text.Replace("{to}", Recipient, StringComparison.Ordinal)
                .Replace("{from}", "cchc@so.gov.vn", StringComparison.Ordinal), row.Cause);
        }

        return table;
    }

    /// <summary>The server of these tests writes ASCII and greets and logs in as it likes; the other rows are the rule's own test.</summary>
    private static bool IsSayable(ServerAnswerRow row) => row.Step is SmtpStep.Sender or SmtpStep.Recipient or SmtpStep.Message && row.Text.All(char.IsAscii);

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Deliver_MakesOfAnAnswer_WhatItsCauseAsks(string server, SmtpStep step, int code, string text, RefusalCause cause)
    {
        Assert.NotEmpty(server);
        var outbox = new OutboxStore(Database, Clock);
        var refusal = new SmtpResponse((SmtpReplyCode)code, text);
        Say(step == SmtpStep.Sender ? refusal : null, step == SmtpStep.Recipient ? refusal : null, step == SmtpStep.Message ? refusal : null);
        await outbox.QueueAsync(Letters.Mail("thu-1", Recipient), new LetterInfo("reminder", "STP"), []);

        var report = await DeliverAsync(outbox);

        var letter = Assert.Single(await outbox.ListAsync());
        var blamed = (await outbox.RefusedAddressesAsync()).Count;
        var fault = await outbox.OurFaultAsync();
        Assert.Equal(
            cause switch
            {
                RefusalCause.Address => (DeliveryState.Refused, 1, false),
                RefusalCause.Letter => (DeliveryState.Held, 0, false),
                RefusalCause.Office or RefusalCause.Account => (DeliveryState.TryLater, 0, true),
                _ => (DeliveryState.TryLater, 0, false),
            },
            (letter.State, blamed, fault is not null));
        Assert.Contains(text.Trim(), letter.LastError, StringComparison.Ordinal);
        Assert.Equal((fault is not null, 0), (report.OurFault is not null, report.WithoutWay));
        Assert.Equal(letter.LastError ?? "", fault?.LastError ?? letter.LastError ?? "");

        Say(null, null, null);
        var before = shared.Server.Kept.Count;
        for (var hour = 0; hour < 3; hour++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await DeliverAsync(outbox);
        }

        Assert.Equal(cause is RefusalCause.Address or RefusalCause.Letter ? 0 : 1, shared.Server.Kept.Count - before);
        Assert.Null(await outbox.OurFaultAsync());
    }

    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));

    private void Say(SmtpResponse? sender, SmtpResponse? recipient, SmtpResponse? message) =>
        (shared.Server.OnSender, shared.Server.OnRecipient, shared.Server.OnMessage) = (_ => sender, _ => recipient, _ => message);

    private Task<DispatchSummary> DeliverAsync(OutboxStore outbox)
    {
        var settings =
            new MailSettings { Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "127.0.0.1", Port = shared.Server.Port, UseTls = false };
        return new OutboxDispatcher(outbox, new MailKitMailSender(settings), settings, DeliveryPolicy.Default, Clock).DeliverAsync(CancellationToken.None);
    }
}

/// <summary>One scripted server for the tests of a class.</summary>
public sealed class ScriptedServer : IAsyncDisposable, IAsyncLifetime
{
    public ScriptedMailServer Server { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => Server.DisposeAsync().AsTask();
}
