using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Jobs;
using CcHc.Worker.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CcHc.Worker.Tests.Execution;

public sealed class HeartbeatPingTest
{
    [Fact]
    public async Task Run_CallsTheWatcher_AfterAGoodRunOnly()
    {
        var calls = new List<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var watcher = builder.Build();
        watcher.MapGet("/{job}", (string job) => calls.Add(job));
        await watcher.StartAsync();
        await using var office = new TestOffice { PingUrl = watcher.Urls.First() + "/{job}" };
        office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);

        await office.RunAsync(JobDuty.RemindAgencies);
        Directory.Delete(office.Registers, recursive: true);
        var partly = await office.RunAsync(JobDuty.RemindAgencies);

        Assert.Equal(JobResult.Partly, partly.Result);
        Assert.Equal(["RemindAgencies"], calls);
    }

    [Fact]
    public async Task Run_IsGood_ThoughTheWatcherIsAway()
    {
        await using var office = new TestOffice { PingUrl = "http://127.0.0.1:9/{job}" };
        office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        Assert.Equal(JobResult.Done, (await office.RunAsync(JobDuty.RemindAgencies)).Result);
    }

    [Fact]
    public void Read_RefusesAnAddressThatIsNone()
    {
        var folder = Directory.CreateTempSubdirectory("cchc-ping-").FullName;
        File.WriteAllText(Path.Combine(folder, MachineSettings.FileName), """{ "pingUrl": "watcher" }""");
        Assert.Throws<SettingsException>(() => MachineSettings.ReadBeside(Path.Combine(folder, "jobs.yml")));
        Directory.Delete(folder, recursive: true);
    }
}
