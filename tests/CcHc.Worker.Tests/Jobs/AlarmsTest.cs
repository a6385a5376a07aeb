using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using CcHc.Adapters.Alerts;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Core.Reminders;
using CcHc.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CcHc.Worker.Tests.Jobs;

/// <summary>Promise 6 over the worker's own wiring: whichever part is broken, the others tell.</summary>
public sealed class AlarmsTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-alarm-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Raise_TellsByEveryWay_WhenPostgresIsDown()
    {
        Directory.CreateDirectory(Output);
        var outcome = await RunAndRaiseAsync(FormattableString.Invariant($"Host=127.0.0.1;Port={ClosedPort()};Username=x;Database=x"),
            new MailSettings { SenderAddress = "cchc@x.example", Folder = Pickup }, JobDuty.DeliverMail);
        Assert.IsAssignableFrom<DbException>(outcome.Failure);
        Assert.Equal((true, true, true), (outcome.Report.InDataFolder, outcome.Report.InOutputFolder, outcome.Report.ByMail));
        Assert.Contains("PostgreSQL", File.ReadAllText(Path.Combine(_folder, "data", "SU-CO.txt")), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Pickup, "*.eml"));
    }

    [Fact]
    public async Task Raise_TellsByFileAndMail_WhenTheShareIsAway()
    {
        var outcome = await RunAndRaiseAsync(null, new MailSettings { SenderAddress = "cchc@x.example", Folder = Pickup }, JobDuty.ReadRegisters);
        Assert.IsAssignableFrom<IOException>(outcome.Failure);
        Assert.Equal((true, false, true), (outcome.Report.InDataFolder, outcome.Report.InOutputFolder, outcome.Report.ByMail));
        Assert.Contains("thư mục mạng", File.ReadAllText(Path.Combine(_folder, "data", "SU-CO.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raise_TellsByBothFiles_WhenTheDatabaseAndTheMailServerAreDown()
    {
        Directory.CreateDirectory(Output);
        var mail = new MailSettings { Mode = MailMode.Smtp, SenderAddress = "cchc@x.example", Host = "127.0.0.1", Port = ClosedPort(), UseTls = false };
        var outcome =
            await RunAndRaiseAsync(FormattableString.Invariant($"Host=127.0.0.1;Port={ClosedPort()};Username=x;Database=x"), mail, JobDuty.DeliverMail);
        Assert.Equal((true, true, false), (outcome.Report.InDataFolder, outcome.Report.InOutputFolder, outcome.Report.ByMail));
        Assert.Single(outcome.Report.Troubles);
    }

    private string Output => Path.Combine(_folder, "ra");

    private string Pickup => Path.Combine(_folder, "thu");

    private async Task<(Exception Failure, AlarmReport Report)> RunAndRaiseAsync(string? postgres, MailSettings mail, JobDuty duty)
    {
        var office = new JobsFile(Path.Combine(_folder, "jobs.yml"), "tỉnh Thử", "SNV", Path.Combine(_folder, "chung"), Output, "nd-09-2019",
            ReminderPolicy.Default, new ResultRecipients([], ["admin@x.example"]), []);
        var machine = new MachineSettings(Path.Combine(_folder, "data"), MachineSettings.ShippedWording, postgres, mail);
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        await using var provider = services.AddCcHc(office, machine, TimeProvider.System).BuildServiceProvider();
        if (postgres is null)
        {
            await provider.GetRequiredService<Database>().MigrateAsync(TimeProvider.System);
        }

        var job = provider.GetServices<IJob>().Single(one => one.Duty == duty);
        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => job.RunAsync(new JobContext("run", new DateOnly(2026, 6, 15), false, new Progress<(int, int)>()), CancellationToken.None));
        var alarms = provider.GetRequiredService<Alarms>();
        var report = await alarms.RaiseAsync("job",
            new JobOutcome(JobResult.Failed, $"{failure.GetType().Name}: {failure.Message}", new Dictionary<string, int>()), CancellationToken.None);
        Assert.Single(alarms.Current());
        return (failure, report);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
