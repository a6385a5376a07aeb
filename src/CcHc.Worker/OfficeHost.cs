using CcHc.Adapters.Backups;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Worker.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker;

/// <summary>Everything a verb needs of one office: its settings read, its database open and at this program's version.</summary>
public sealed class OfficeHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OfficeHost(JobsFile office, MachineSettings machine, ServiceProvider services) => (Office, Machine, _services) = (office, machine, services);

    public JobsFile Office { get; }

    public MachineSettings Machine { get; }

    public IServiceProvider Services => _services;

    /// <param name="jobsPath">The office's jobs.yml; appsettings.json lies beside it.</param>
    /// <exception cref="SettingsException">A settings file is wrong.</exception>
    public static async Task<OfficeHost> OpenAsync(string jobsPath, CancellationToken cancellationToken)
    {
        var (office, machine) = OfficeSettings.ReadBoth(jobsPath);
        OfficeDatabase.Check(office, machine);
        var host = await OpenAsync(office, machine, TimeProvider.System, cancellationToken);
        OfficeDatabase.Keep(machine);
        await TrialGuard.CheckAsync(host.Services, machine, cancellationToken);
        return host;
    }

    public static async Task<OfficeHost> OpenAsync(JobsFile office, MachineSettings machine, TimeProvider clock, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter(level => level >= LogLevel.Warning));
        // The console logger writes to standard error: standard output belongs to the verb.
        services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        var provider = services.AddCcHc(office, machine, clock).BuildServiceProvider();
        await provider.GetRequiredService<SafeMigration>().RunAsync(cancellationToken);
        return new OfficeHost(office, machine, provider);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
