using CcHc.Adapters.Settings.Machine;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Hosting.ServiceManagers;

/// <summary>
/// Windows' service manager, by its own sc.exe: delayed start, and started again after a crash. Its account is one Windows keeps for it, or one that is named;
/// a password is never asked for here and is typed into services.msc.
/// </summary>
public sealed class WindowsManager : IServiceManager
{
    public const string Name = "CcHc";
    private const string OwnAccount = @"NT SERVICE\" + Name;
    private const int IsNotThere = 1060;
    private const string EventSource = @"HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Application\" + Name;
    private static readonly TimeSpan PauseBetweenLooks = TimeSpan.FromMilliseconds(500);

    public IEnumerable<string> Steps(ServiceDefinition service) => Commands(service).Append(Start).Select(tool => tool.ToString());

    public async Task InstallAsync(ServiceDefinition service, CancellationToken cancellationToken)
    {
        MustBeAdministrator();
        if ((await QueryAsync(cancellationToken)).Code == 0)
        {
            await UninstallAsync(cancellationToken);
        }

        foreach (var tool in Commands(service))
        {
            await tool.MustAsync(cancellationToken);
        }

        if (!service.WantsPassword)
        {
            await StartAsync(cancellationToken);
        }
    }

    public async Task UninstallAsync(CancellationToken cancellationToken)
    {
        MustBeAdministrator();
        if ((await QueryAsync(cancellationToken)).Code == 0)
        {
            await StopAsync(cancellationToken);
            await new SystemTool("sc.exe", "delete", Name).MustAsync(cancellationToken);
            await new SystemTool("reg.exe", "delete", EventSource, "/f").RunAsync(cancellationToken);
        }
    }

    /// <summary>The manager answers before the service runs: waited until it does, or has ended.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Start.MustAsync(cancellationToken);
        await PassAsync("START_PENDING", cancellationToken);
    }

    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        if (!(await StatusAsync(cancellationToken)).Runs)
        {
            return false;
        }

        await new SystemTool("sc.exe", "stop", Name).RunAsync(cancellationToken);
        await PassAsync("STOP_PENDING", cancellationToken);
        return true;
    }

    private static async Task PassAsync(string state, CancellationToken cancellationToken)
    {
        while ((await QueryAsync(cancellationToken)).Said.Contains(state, StringComparison.Ordinal))
        {
            await Task.Delay(PauseBetweenLooks, cancellationToken);
        }
    }

    public async Task<(string Said, bool Runs)> StatusAsync(CancellationToken cancellationToken)
    {
        var (code, said) = await QueryAsync(cancellationToken);
        return code == IsNotThere ? ("not installed", false)
            : said.Contains("RUNNING", StringComparison.Ordinal) ? ("running", true)
            : said.Contains("START_PENDING", StringComparison.Ordinal) ? ("starting", true)
            : said.Contains("STOP_PENDING", StringComparison.Ordinal) ? ("stopping", true)
            : ("stopped", false);
    }

    private static readonly SystemTool Start = new("sc.exe", "start", Name);

    private static Task<(int Code, string Said)> QueryAsync(CancellationToken cancellationToken) =>
        new SystemTool("sc.exe", "query", Name).RunAsync(cancellationToken);

    private static IEnumerable<SystemTool> Commands(ServiceDefinition service)
    {
        var account = service.Account.Length > 0 ? service.Account : OwnAccount;
        yield return new SystemTool("sc.exe", "create", Name, "binPath=", $"\"{service.Program}\" serve --jobs \"{service.JobsFile}\"",
            "start=", "delayed-auto", "obj=", account, "DisplayName=", "CcHc");
        yield return new SystemTool("sc.exe", "description", Name, "Nhắc việc và tổng hợp báo cáo cải cách hành chính");
        // Wrong settings end the service orderly and do not mend by themselves; a crash does.
        yield return new SystemTool("sc.exe", "failure", Name, "reset=", "86400", "actions=", "restart/15000/restart/60000/restart/300000");
        // The log's own account could not register its source; Windows shows an event without one as a broken text.
        var texts = $@"{Path.GetDirectoryName(service.Program)}\System.Diagnostics.EventLog.Messages.dll";
        yield return new SystemTool("reg.exe", "add", EventSource, "/v", "EventMessageFile", "/t", "REG_EXPAND_SZ", "/d", texts, "/f");
        yield return new SystemTool("reg.exe", "add", EventSource, "/v", "TypesSupported", "/t", "REG_DWORD", "/d", "7", "/f");
        if (service.SettingsFolder == SystemPlaces.Settings)
        {
            yield return WindowsRights.Shut(service.SettingsFolder);
        }

        foreach (var folder in service.WritableFolders.Prepend(service.DataFolder).Prepend(service.SettingsFolder)
            .Distinct(StringComparer.OrdinalIgnoreCase).Where(Directory.Exists))
        {
            yield return WindowsRights.Open(folder, account);
        }
    }

    private static void MustBeAdministrator()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            throw new UsageException("Services are the administrator's: open a command prompt with \"Run as administrator\" and run this there.");
        }
    }
}
