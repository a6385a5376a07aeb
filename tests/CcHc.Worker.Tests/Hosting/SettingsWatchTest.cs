using CcHc.Adapters.Settings;
using CcHc.Worker.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CcHc.Worker.Tests.Hosting;

public sealed class SettingsWatchTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-watch-").FullName;

    private string JobsPath => Path.Combine(_folder, "jobs.yml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // RELIABILITY 64
    [Fact]
    public async Task Next_RefusesWrongSettings_NamesTheLine_AndTakesTheNextGoodOnes()
    {
        Write("daily 07:30");
        var inForce = OfficeSettings.Read(JobsPath);
        var watch = new SettingsWatch(JobsPath, TimeProvider.System, NullLogger<SettingsWatch>.Instance, TimeSpan.FromMilliseconds(5));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        Write("now and then");
        var told = new List<string>();
        var next = watch.NextAsync(inForce, reason => { told.Add(reason); return Task.CompletedTask; }, patience.Token);
        while (watch.Trouble.Length == 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Contains("line 10", watch.Trouble, StringComparison.Ordinal);
        Assert.False(next.IsCompleted);

        Write("daily 08:00");
        Assert.Equal("daily 08:00", (await next)!.Office.Jobs[0].Schedule!.Words);
        Assert.Equal([true, false], told.Select(reason => reason.Contains("line 10", StringComparison.Ordinal)));
        Assert.Equal("", told[1]);
    }

    [Fact]
    public async Task Next_EndsWithNothing_WhenAskedToStop()
    {
        Write("daily 07:30");
        var watch = new SettingsWatch(JobsPath, TimeProvider.System, NullLogger<SettingsWatch>.Instance);
        using var stop = new CancellationTokenSource();
        var next = watch.NextAsync(OfficeSettings.Read(JobsPath), _ => Task.CompletedTask, stop.Token);
        await stop.CancelAsync();
        Assert.Null(await next);
    }

    [Theory]
    [InlineData("cron 0 0 8 31 2 ?", "never come true")]
    [InlineData("cron 0 0 25 ? * *", "not a cron expression")]
    public void Read_RefusesACronThatCannotBe(string schedule, string said)
    {
        Write(schedule);
        Assert.Contains(said, Assert.Throws<SettingsException>(() => OfficeSettings.Read(JobsPath)).Message, StringComparison.Ordinal);
    }

    private void Write(string schedule) => File.WriteAllText(JobsPath, $"""
        office:
          province: tỉnh Thử
          standing_body: SNV
        folders:
          shared: chung
        regime: nd-09-2019
        jobs:
          - name: remind
            does: remind_agencies
            schedule: {schedule}
        """);
}
