using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Jobs;

public sealed class UpkeepJobsTest : IAsyncDisposable
{
    private readonly TestOffice _office = new();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task ReadRegisters_KeepsReadings_SoThatAFileThatVanishesIsStillRead()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        Assert.Equal((JobResult.Done, 1), (await _office.RunAsync(JobDuty.ReadRegisters)) is var first ? (first.Result, first.Counts["tasks"]) : default);
        File.Delete(Path.Combine(_office.Registers, "ke-hoach.xlsx"));

        var second = await _office.RunAsync(JobDuty.ReadRegisters);

        Assert.Equal((JobResult.Partly, 1, 1), (second.Result, second.Counts["tasks"], second.Counts["earlier_readings"]));
        Assert.Empty(_office.Letters);
        Assert.False(Directory.Exists(_office.Output));
    }

    [Fact]
    public async Task Housekeeping_ClearsOldWords_AndNothingIsRemindedAgain()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        await _office.RunAsync(JobDuty.RemindAgencies);
        _office.Clock.Now = _office.Clock.Now.AddMinutes(1);
        await _office.RunAsync(JobDuty.RemindAgencies);
        var start = _office.Clock.Now;

        _office.Clock.Now = start.AddMonths(24).AddDays(-1);
        Assert.Equal((0, 0), (await _office.RunAsync(JobDuty.Housekeeping)) is var young ? (young.Counts["runs"], young.Counts["letters"]) : default);
        _office.Clock.Now = start.AddMonths(24).AddDays(1);
        var old = await _office.RunAsync(JobDuty.Housekeeping);

        // Of the two remind runs the later one stays: by it missed runs are found.
        Assert.Equal((1, 1), (old.Counts["runs"], old.Counts["letters"]));
        await using var host = await _office.OpenAsync();
        Assert.Single(await host.Services.GetRequiredService<SentLedger>().ReadAsync());
        Assert.Equal(DeliveryState.Sent, Assert.Single(await host.Services.GetRequiredService<OutboxStore>().ListAsync()).State);
        Assert.Equal(0, (await _office.RunAsync(JobDuty.Housekeeping)).Counts["letters"]);
    }

    [Fact]
    public async Task Housekeeping_LeavesLettersThatStillWait_AndNeverSendsAnEmptyOne()
    {
        await using (var host = await _office.OpenAsync())
        {
            var outbox = host.Services.GetRequiredService<OutboxStore>();
            await outbox.QueueAsync(Mail("cho"), new LetterInfo("reminder", "STP"), []);
            await outbox.QueueAsync(Mail("giu"), new LetterInfo("reminder", "STP"), []);
            await outbox.ClaimAsync(TimeSpan.FromMinutes(1));
            var second = (await outbox.ClaimAsync(TimeSpan.FromMinutes(1)))!;
            await outbox.RecordAsync(second, new DeliveryVerdict(DeliveryState.Held, Error: "lost"));
        }

        _office.Clock.Now = _office.Clock.Now.AddMonths(25);
        Assert.Equal(1, (await _office.RunAsync(JobDuty.Housekeeping)).Counts["letters"]);
        await using var again = await _office.OpenAsync();
        var kept = again.Services.GetRequiredService<OutboxStore>();
        Assert.False(await kept.QueueAgainAsync(Assert.Single(await kept.ListAsync(DeliveryState.Held)).Id));
    }

    [Theory]
    [InlineData("tong-hop/2026/~cchc-abc.tmp", 2, false)]
    [InlineData("canh-bao/~cchc-abc.tmp", 2, false)]
    [InlineData("canh-bao/~cchc-abc.tmp", 0, true)]
    [InlineData("canh-bao/cua-toi.tmp", 2, true)]
    [InlineData("~cchc-abc.tmp", 2, true)]
    public async Task Housekeeping_DeletesOnlyOurOwnUnfinishedFiles_OlderThanADay(string name, int days, bool stays)
    {
        var file = Path.Combine(_office.Output, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        File.SetLastWriteTimeUtc(file, _office.Clock.Now.UtcDateTime.AddDays(-days));
        await _office.RunAsync(JobDuty.Housekeeping);
        Assert.Equal(stays, File.Exists(file));
    }

    private static OutgoingMail Mail(string name) => new($"<{name}@x.example>", ["stp@x.example"], "Nhắc việc", "<p>Kính gửi</p>", "Kính gửi", []);
}
