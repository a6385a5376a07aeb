using System.IO.Compression;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Jobs;
using CcHc.Office;
using CcHc.Worker.Execution;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Tests.Jobs;

/// <summary>
/// Registers that somebody holds, that hang, that come in halves or change behind our back: none is lost, read by halves or holds up the others.
/// </summary>
public sealed class HinderedFilesTest : IAsyncDisposable
{
    private static readonly TimeSpan LittlePatience = TimeSpan.FromMilliseconds(100);

    private readonly TestOffice _office = new() { Recipients = new([], ["admin@x.example"]) };
    private Func<string, SnapshotOutcome> _take = path => WorkbookSnapshot.Take(path);

    public HinderedFilesTest()
    {
        _office.Clock.Now = At(12, 8);
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        _office.Register("khac.xlsx", ["Lập dự toán", "Sở Tài chính", "Ngày 16/6/2026"]);
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    // RELIABILITY 2
    [Fact]
    public async Task ARegisterLockedForTwoHours_IsReadAsItWas_MarkedWithItsAge_AndNamedOnce()
    {
        await RunAsync(JobDuty.ReadRegisters);
        _office.Clock.Now = At(15, 8);
        _take = path => WorkbookSnapshot.Take(path, open: path.EndsWith("ke-hoach.xlsx", StringComparison.Ordinal) ? static _ => throw Locked() : null);

        for (var tries = 0; tries < 5; tries++)
        {
            var held = await RunAsync(JobDuty.RemindAgencies);
            Assert.Equal((JobResult.Partly, 2), (held.Result, held.Counts["tasks"]));
            Assert.Equal(JobResult.Partly, (await RunAsync(JobDuty.CheckRegisters)).Result);
            _office.Clock.Now += RetryRule.Default.PauseBefore(tries + 1);
        }

        Assert.True(_office.Clock.Now > At(15, 10));
        Assert.Equal(2, _office.Letters.Count);
        var named = Assert.Single(Told("Cảnh báo").Split('\n'), text => text.Contains("khóa", StringComparison.Ordinal));
        Assert.Contains("Đang dùng bản đọc ngày 12/6/2026", named, StringComparison.Ordinal);

        _take = path => WorkbookSnapshot.Take(path);
        Assert.Equal(JobResult.Done, (await RunAsync(JobDuty.RemindAgencies)).Result);
        await RunAsync(JobDuty.CheckRegisters);
        Assert.DoesNotContain("khóa", Told("Cảnh báo"), StringComparison.Ordinal);
        Assert.Equal(2, _office.Letters.Count);
    }

    [Fact]
    public async Task ARegisterLockedBeforeItWasEverRead_IsWaitedFor_ButNotForEver()
    {
        _take = path => WorkbookSnapshot.Take(path, open: path.EndsWith("ke-hoach.xlsx", StringComparison.Ordinal) ? static _ => throw Locked() : null);
        _office.Clock.Now = At(15, 8);

        var waiting = await RunAsync(JobDuty.RemindAgencies, isTriedAgain: true);
        Assert.Equal(JobResult.Partly, waiting.Result);
        Assert.Contains("letters wait", waiting.Summary, StringComparison.Ordinal);
        Assert.Empty(_office.Letters);

        // The last try writes to everybody it knows of.
        Assert.Equal(JobResult.Partly, (await RunAsync(JobDuty.RemindAgencies)).Result);
        Assert.Single(_office.Letters);
    }

    // RELIABILITY 3: between Excel's deleting and its renaming.
    [Fact]
    public async Task ARegisterAwayForAMoment_IsTriedAgain_AndNobodyIsWrittenTo()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Quý IV/2026"]);
        _office.Register("khac.xlsx", ["Lập dự toán", "Sở Tài chính", "Quý IV/2026"]);
        await RunAsync(JobDuty.RemindAgencies);
        var (path, away) = (Path.Combine(_office.Registers, "ke-hoach.xlsx"), Path.Combine(_office.Shared, "5F3A1C00"));
        File.Move(path, away);
        _office.Clock.Now = At(15, 8);
        _office.Jobs = job => job.Duty == JobDuty.RemindAgencies
            ? job with { Schedule = JobSchedule.Read("daily 07:30"), Retry = new RetryRule(5000, TimeSpan.Zero) } : job;

        await using (var service = await TestService.StartAsync(_office))
        {
            Assert.Contains("2 tasks read", await service.HearAsync("RemindAgencies: Partly"), StringComparison.Ordinal);
            File.Move(away, path);
            Assert.Contains("2 tasks read", await service.HearAsync("RemindAgencies: Done"), StringComparison.Ordinal);
        }

        Assert.Empty(_office.Letters);
    }

    // RELIABILITY 6
    [Theory]
    [InlineData(0)]
    [InlineData(2000)]
    public async Task ARegisterCopiedInHalves_IsReadAsItWas_UntilItIsWhole(int bytes)
    {
        await RunAsync(JobDuty.ReadRegisters);
        var path = Path.Combine(_office.Registers, "ke-hoach.xlsx");
        var whole = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, whole[..bytes]);

        var halved = await RunAsync(JobDuty.CheckRegisters);
        Assert.Equal((JobResult.Partly, 2, 1), (halved.Result, halved.Counts["tasks"], halved.Counts["errors"]));

        await File.WriteAllBytesAsync(path, whole);
        Assert.Equal((JobResult.Done, 2), (await RunAsync(JobDuty.ReadRegisters)) is var after ? (after.Result, after.Counts["tasks"]) : default);
    }

    // RELIABILITY 8
    [Theory]
    [InlineData("stalls after the first byte")]
    [InlineData("sends byte after byte")]
    public async Task ASlowRegister_IsGivenUp_AndTheOthersAreRead(string how)
    {
        await RunAsync(JobDuty.ReadRegisters);
        _office.Clock.Now = At(15, 8);
        using var network = new ManualResetEventSlim();
        var share = new SlowShare(network, how.StartsWith("stalls", StringComparison.Ordinal) ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(1));
        _take = path => path.EndsWith("ke-hoach.xlsx", StringComparison.Ordinal)
            ? WorkbookSnapshot.Take(path, new WorkbookLimits { MaxTime = LittlePatience }, share.Open) : WorkbookSnapshot.Take(path);
        _office.Register("khac.xlsx", ["Lập dự toán", "Sở Tài chính", "Ngày 16/6/2026"], ["Trình dự toán", "Sở Nội vụ", "Ngày 16/6/2026"]);

        var outcome = await RunAsync(JobDuty.RemindAgencies);
        network.Set();

        Assert.Equal((JobResult.Partly, 3, 3), (outcome.Result, outcome.Counts["tasks"], outcome.Counts["letters_queued"]));
    }

    // RELIABILITY 10
    [Theory]
    [InlineData(0)]
    [InlineData(-400)]
    public async Task ARegisterWithOtherContent_IsReadAnew_ThoughItsSizeAndTimeDoNotSaySo(int days)
    {
        var path = Path.Combine(_office.Registers, "ke-hoach.xlsx");
        var (before, after) = (Repacked(path, text => text), Repacked(path, text => text.Replace("16/6/2026", "17/6/2026", StringComparison.Ordinal)));
        Assert.Equal(before.Length, after.Length);
        Assert.NotEqual(before, after);
        var savedAt = At(1, 8).UtcDateTime;
        await File.WriteAllBytesAsync(path, before);
        File.SetLastWriteTimeUtc(path, savedAt);
        _office.Clock.Now = At(15, 8);
        await RunAsync(JobDuty.RemindAgencies);

        await File.WriteAllBytesAsync(path, after);
        File.SetLastWriteTimeUtc(path, savedAt.AddDays(days));
        _office.Clock.Now = At(16, 8);
        await RunAsync(JobDuty.RemindAgencies);

        await using var host = await _office.OpenAsync();
        var dues = (await host.Services.GetRequiredService<SentLedger>().ReadAsync()).Where(key => key.AgencyCode == "STP").Select(key => key.Due.Day);
        Assert.Equal([16, 17], dues.Order());
    }

    private async Task<JobOutcome> RunAsync(JobDuty duty, bool isTriedAgain = false)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddCcHc(_office.Office, _office.Machine, _office.Clock);
        services.AddSingleton(
            provider =>
                new FallbackWorkbookReader(provider.GetRequiredService<RegisterSnapshots>(), provider.GetRequiredService<OfficeClock>(), path => _take(path)));
        await using var program = services.BuildServiceProvider();
        await program.GetRequiredService<Database>().MigrateAsync(_office.Clock);
        var job = _office.Office.Jobs.Single(one => one.Duty == duty);
        return (await program.GetRequiredService<JobRunner>()
            .RunAsync(new JobExecutionRequest(job, Guid.NewGuid().ToString("N")) { IsTriedAgain = isTriedAgain }, new Progress<(int, int)>(),
                CancellationToken.None))!;
    }

    /// <summary>A sheet of the health workbook written last.</summary>
    private string Told(string sheet) =>
        new PublishedWorkbook(Directory.EnumerateFiles(Path.Combine(_office.Output, "canh-bao"), "*.xlsx").OrderBy(File.GetLastWriteTimeUtc)
            .ThenBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal).Last()).AllText(sheet);

    private static DateTimeOffset At(int day, int hour) => new(2026, 6, day, hour, 0, 0, TimeSpan.FromHours(7));

    /// <summary>As the system answers for a file that somebody has for himself.</summary>
    private static IOException Locked() => new("locked", OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : 16);

    /// <summary>The same workbook without compression, its words changed.</summary>
    private static byte[] Repacked(string path, Func<string, string> change)
    {
        using var bytes = new MemoryStream();
        using (var source = ZipFile.OpenRead(path))
        using (var target = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries)
            {
                using var reader = new StreamReader(part.Open());
                var entry = target.CreateEntry(part.FullName, CompressionLevel.NoCompression);
                entry.LastWriteTime = At(1, 8);
                using var writer = new StreamWriter(entry.Open());
                writer.Write(change(reader.ReadToEnd()));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A file on a share that gives the first byte at once and each further one after a pause, until the network is well again.</summary>
    private sealed class SlowShare(ManualResetEventSlim network, TimeSpan pause)
    {
        public Stream Open(string path) => new SlowStream(File.ReadAllBytes(path), network, pause);

        private sealed class SlowStream(byte[] content, ManualResetEventSlim network, TimeSpan pause) : MemoryStream(content)
        {
            public override int Read(byte[] buffer, int offset, int count)
            {
                if (Position > 0)
                {
                    network.Wait(pause);
                }

                return base.Read(buffer, offset, 1);
            }
        }
    }
}
