using CcHc.Adapters.Backups;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Core.Reminders;
using CcHc.Office;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Jobs;

/// <summary>RELIABILITY 66: backup → wipe → restore → nothing already sent is sent again without asking.</summary>
public sealed class RestoreDrillTest : IAsyncDisposable
{
    private static readonly string[] First = ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"];
    private static readonly string[] Second = ["Lập dự toán", "Sở Tài chính", "Ngày 16/6/2026"];
    private static readonly string[] Third = ["Tập huấn", "Sở Nội vụ", "Ngày 16/6/2026"];
    private readonly TestOffice _office = new();

    private string Zip => Path.Combine(_office.Folder, "sao-luu.zip");

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Drill_SendsNothingWhileHeld_AndOnlyNewLettersAfter()
    {
        _office.Register("ke-hoach.xlsx", First);
        await _office.RunAsync(JobDuty.RemindAgencies);
        await BackUpAsync();
        await WipeAndRestoreAsync();
        _office.Register("ke-hoach.xlsx", First, Second);

        var held = await _office.RunAsync(JobDuty.RemindAgencies);
        await _office.RunAsync(JobDuty.DeliverMail);
        Assert.Equal((1, 0), (_office.Letters.Count, held.Counts["letters_queued"]));

        await WithAsync<LetterHold>(hold => hold.EndAsync());
        var released = await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal((2, 1), (_office.Letters.Count, released.Counts["letters_queued"]));
        Assert.Contains("stc@x.example", Assert.Single(
            _office.Letters.Except(_office.Letters.Where(letter => letter.Contains("stp@", StringComparison.Ordinal)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_SendsNothingOfTheTimeAfterTheBackup_WhenItCountsAsSent()
    {
        _office.Register("ke-hoach.xlsx", First);
        await _office.RunAsync(JobDuty.RemindAgencies);
        await QueueOneAsync("con-cho");
        await BackUpAsync();
        _office.Register("ke-hoach.xlsx", First, Second);
        await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(3, _office.Letters.Count);
        await WipeAndRestoreAsync();

        await WithAsync<OfficeHost>(async host =>
        {
            var planned = await PlannedAsync(host);
            Assert.Equal("STC", Assert.Single(planned).AgencyCode);
            await host.Services.GetRequiredService<OutboxStore>().CountAsSentAsync(planned);
            await host.Services.GetRequiredService<LetterHold>().EndAsync();
        });
        await _office.RunAsync(JobDuty.RemindAgencies);
        await _office.RunAsync(JobDuty.DeliverMail);
        Assert.Equal(3, _office.Letters.Count);

        _office.Register("ke-hoach.xlsx", First, Second, Third);
        await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(4, _office.Letters.Count);
    }

    private Task BackUpAsync() => WithAsync<OfficeHost>(async host =>
    {
        File.WriteAllText(host.Office.Path, "office: {}\n");
        await new BackupWriter(host.Services.GetRequiredService<Database>(), host.Machine, _office.Clock).WriteAsync(Zip, host.Office.Path,
            CancellationToken.None);
    });

    private async Task WipeAndRestoreAsync()
    {
        Directory.Delete(Path.Combine(_office.Folder, "data"), recursive: true);
        await WithAsync<OfficeHost>(
            host =>
                new BackupReader(host.Services.GetRequiredService<Database>(), host.Machine, _office.Clock).RestoreAsync(Zip, false, CancellationToken.None));
    }

    private Task QueueOneAsync(string name) => WithAsync<OutboxStore>(outbox => outbox.QueueAsync(
        new OutgoingMail($"<{name}@x.example>", ["snv@x.example"], "Nhắc việc", "<p>Kính gửi</p>", "Kính gửi", []), new LetterInfo("reminder", "SNV"), []));

    /// <summary>What `cchc hold` shows.</summary>
    private async Task<IReadOnlyList<ReminderKey>> PlannedAsync(OfficeHost host)
    {
        var today = host.Services.GetRequiredService<OfficeClock>().Today;
        var rules = host.Services.GetRequiredService<OfficeRules>();
        var reading = await host.Services.GetRequiredService<OfficeReader>().LookAsync(today, new Progress<(int, int)>(), CancellationToken.None);
        var day = rules.Plan(reading, await host.Services.GetRequiredService<SentLedger>().ReadAsync(), today, isWorkingDay: true);
        return [.. day.Plan.Reminders.Select(reminder => reminder.Key)];
    }

    private async Task WithAsync<T>(Func<T, Task> act)
        where T : class
    {
        await using var host = await _office.OpenAsync();
        await act(host as T ?? host.Services.GetRequiredService<T>());
    }
}
