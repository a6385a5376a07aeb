using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Core.Sheets;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;

namespace CcHc.Worker.Tests.Jobs.DeliverMail;

public sealed class DeliverMailJobTest : IAsyncDisposable
{
    private readonly TestOffice _office = new();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Run_DeliversWhatWaits_AndTellsItsCounts()
    {
        await QueueAsync("thu-1", "stp@x.example");
        var outcome = await _office.RunAsync(JobDuty.DeliverMail);
        Assert.Equal((JobResult.Done, 1, 0), (outcome.Result, outcome.Counts["mails_sent"], outcome.Counts["mails_waiting"]));
        Assert.Single(_office.Letters);
    }

    [Fact]
    public async Task Run_SaysThatLettersAreHeld_AndSendsNone()
    {
        await QueueAsync("thu-1", "stp@x.example");
        await WithAsync<LetterHold>(hold => hold.BeginAsync("restored"));
        var outcome = await _office.RunAsync(JobDuty.DeliverMail);
        Assert.Equal((1, 0), (outcome.Counts["mails_waiting"], _office.Letters.Count));
        Assert.Contains("cchc hold --release", outcome.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SendsNothing_WhenDry()
    {
        await QueueAsync("thu-1", "stp@x.example");
        Assert.Equal(1, (await _office.RunAsync(JobDuty.DeliverMail, dryRun: true)).Counts["mails_waiting"]);
        Assert.Empty(_office.Letters);
    }

    [Fact]
    public async Task Run_Fails_OnceNothingGotThroughForAnHour_AndIsGoodAgainAfter()
    {
        await QueueAsync("thu-1", "stp@x.example");
        // A file stands where the folder of letters should be: the way is closed.
        File.WriteAllText(_office.Pickup, "");
        Assert.Equal(JobResult.Partly, (await _office.RunAsync(JobDuty.DeliverMail)).Result);

        _office.Clock.Now = _office.Clock.Now.AddMinutes(90);
        var stuck = await _office.RunAsync(JobDuty.DeliverMail);
        Assert.Equal(JobResult.Failed, stuck.Result);
        Assert.Contains("No mail gets through since 2026-06-15 01:00:00Z", stuck.Summary, StringComparison.Ordinal);

        File.Delete(_office.Pickup);
        _office.Clock.Now = _office.Clock.Now.AddMinutes(90);
        Assert.Equal(JobResult.Done, (await _office.RunAsync(JobDuty.DeliverMail)).Result);
    }

    // RELIABILITY 73: one job fails, with the server's words, and as long as the fault stands; the others have done their part.
    [Fact]
    public async Task Run_Fails_WhileTheServerRefusesUs_AndNoOtherJobDoes()
    {
        await using var server =
            new ScriptedMailServer { OnRecipient = _ => new SmtpResponse((SmtpReplyCode)553, "5.7.1 sender address rejected: not owned by user cchc") };
        Through(server);
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "30/6/2026"], ["Lập danh mục", "Sở Tài chính", "18/6/2026"]);

        Assert.Equal(JobResult.DoneWithFindings, (await _office.RunAsync(JobDuty.RemindAgencies)).Result);
        var failed = await _office.RunAsync(JobDuty.DeliverMail);
        Assert.Equal(JobResult.Failed, failed.Result);
        Assert.Contains("553: 5.7.1 sender address rejected: not owned by user cchc", failed.Summary, StringComparison.Ordinal);
        // Nothing is due now, and the fault stands all the same.
        Assert.Equal(JobResult.Failed, (await _office.RunAsync(JobDuty.DeliverMail)).Result);

        server.OnRecipient = _ => null;
        _office.Clock.Now = _office.Clock.Now.AddMinutes(30);
        var cured = await _office.RunAsync(JobDuty.DeliverMail);
        Assert.Equal((JobResult.Done, 2), (cured.Result, cured.Counts["mails_sent"]));
        Assert.Equal(2, server.Kept.Distinct().Count());
    }

    [Theory]
    [InlineData(450, "4.2.0 Greylisted, see http://postgrey.example/help", JobResult.Done)]
    [InlineData(552, "5.2.2 The recipient's mailbox is full", JobResult.Done)]
    [InlineData(550, "5.1.1 User unknown", JobResult.DoneWithFindings)]
    [InlineData(554, "5.7.1 Relay access denied", JobResult.Failed)]
    public async Task Run_IsAsGood_AsWhatItFound(int code, string text, JobResult result)
    {
        await using var server = new ScriptedMailServer { OnRecipient = _ => new SmtpResponse((SmtpReplyCode)code, text) };
        Through(server);
        await QueueAsync("thu-1", "stp@x.example");
        Assert.Equal(result, (await _office.RunAsync(JobDuty.DeliverMail)).Result);
    }

    [Fact]
    public async Task Run_HoldsALetter_WhoseAttachmentIsNotTaken_AndBlamesNoAddress()
    {
        await using var server = new ScriptedMailServer
        {
            OnMessage = _ => new SmtpResponse((SmtpReplyCode)552, "5.7.0 This message was blocked because its content presents a potential security issue."),
        };
        Through(server);
        await QueueAsync("thu-1", "stp@x.example");
        var outcome = await _office.RunAsync(JobDuty.DeliverMail);
        Assert.Equal((JobResult.DoneWithFindings, 1), (outcome.Result, outcome.Counts["mails_held"]));
        await WithAsync<OutboxStore>(async outbox => Assert.Empty(await outbox.RefusedAddressesAsync()));
    }

    // RELIABILITY 44
    [Theory]
    [InlineData("stp@x.example", true)]
    [InlineData("cu-da-sua@x.example", false)]
    public async Task CheckRegisters_NamesAnAddressThatTakesNoMail_WhileTheDirectoryHasIt(string address, bool isNamed)
    {
        await QueueAsync("thu-1", address);
        await WithAsync<OutboxStore>(async outbox =>
        {
            var delivery = (await outbox.ClaimAsync(TimeSpan.FromMinutes(5)))!;
            await outbox.RecordAsync(delivery, new DeliveryVerdict(DeliveryState.Refused, Error: "550 5.1.1 no such user here"));
        });
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Quý IV/2026"]);

        await _office.RunAsync(JobDuty.CheckRegisters);

        var workbook = WorkbookReader.Read(Path.Combine(_office.Output, "canh-bao", "canh-bao-2026-06-15.xlsx"), "x").Content!;
        var texts = workbook.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells).Select(cell => cell.Text).ToList();
        Assert.Equal(isNamed,
            texts.Exists(text => text.Contains("Sở Tư pháp", StringComparison.Ordinal) && text.Contains(address, StringComparison.Ordinal)
                && text.Contains("550 5.1.1 no such user here", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CheckRegisters_ForgetsARefusedAddress_OnceItTookALetter()
    {
        foreach (var verdict in new[] { new DeliveryVerdict(DeliveryState.Refused, Error: "550"), new DeliveryVerdict(DeliveryState.Sent) })
        {
            await QueueAsync($"thu-{verdict.State}", "stp@x.example");
            await WithAsync<OutboxStore>(async outbox => await outbox.RecordAsync((await outbox.ClaimAsync(TimeSpan.FromMinutes(5)))!, verdict));
            _office.Clock.Now = _office.Clock.Now.AddMinutes(1);
        }

        await WithAsync<OutboxStore>(async outbox => Assert.Empty(await outbox.RefusedAddressesAsync()));
    }

    private void Through(ScriptedMailServer server) =>
        _office.Mail = mail => mail with { Mode = MailMode.Smtp, Host = "127.0.0.1", Port = server.Port, UseTls = false };

    private Task QueueAsync(string name, string address) => WithAsync<OutboxStore>(outbox => outbox.QueueAsync(
        new OutgoingMail($"<{name}@x.example>", [address], "Nhắc việc", "<p>Kính gửi</p>", "Kính gửi", []), new LetterInfo("reminder", "STP"), []));

    private async Task WithAsync<T>(Func<T, Task> act)
        where T : notnull
    {
        await using var host = await _office.OpenAsync();
        await act(host.Services.GetRequiredService<T>());
    }
}
