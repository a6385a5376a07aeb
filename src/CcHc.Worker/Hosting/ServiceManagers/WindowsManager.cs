using CcHc.Worker.Screens;

namespace CcHc.Worker.Hosting.ServiceManagers;

/// <summary>
/// Windows' service manager, by its own sc.exe: delayed start, and started again after a crash. Its account is one Windows keeps for it, or one that is
/// named; a password is never asked for
/// here and is typed into services.msc.
/// </summary>
internal sealed class WindowsManager : IServiceManager
{
    public const string Name = "CcHc";
    private const string OwnAccount = @"NT SERVICE\" + Name;
    private const int IsNotThere = 1060;
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

        if (service.Account.Length == 0 || service.Account.EndsWith('$'))
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
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Start.MustAsync(cancellationToken);

    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        if (!(await StatusAsync(cancellationToken)).Runs)
        {
            return false;
        }

        await new SystemTool("sc.exe", "stop", Name).RunAsync(cancellationToken);
        while ((await QueryAsync(cancellationToken)).Said.Contains("STOP_PENDING", StringComparison.Ordinal))
        {
            await Task.Delay(PauseBetweenLooks, cancellationToken);
        }

        return true;
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
        foreach (var folder in service.WritableFolders.Prepend(service.DataFolder).Prepend(service.SettingsFolder)
            .Distinct(StringComparer.OrdinalIgnoreCase).Where(Directory.Exists))
        {
            yield return new SystemTool("icacls.exe", folder, "/grant", $"{account}:(OI)(CI)M", "/Q");
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
