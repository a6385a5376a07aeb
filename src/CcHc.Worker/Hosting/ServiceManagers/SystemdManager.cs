using CcHc.Worker.Screens;

namespace CcHc.Worker.Hosting.ServiceManagers;

/// <summary>systemd: a unit of our own in /etc/systemd/system, above the one a package may have brought.</summary>
internal sealed class SystemdManager : IServiceManager
{
    private const string Unit = "cchc.service";
    private const string UnitFile = "/etc/systemd/system/" + Unit;
    private const int IsNotThere = 4;

    private static readonly SystemTool Reload = new("systemctl", "daemon-reload");

    public IEnumerable<string> Steps(ServiceDefinition service) =>
        [.. Preparation(service).Select(tool => tool.ToString()), $"write {UnitFile}:", SystemdUnit.Of(service), Reload.ToString(), Enable.ToString()];

    public async Task InstallAsync(ServiceDefinition service, CancellationToken cancellationToken)
    {
        MustBeRoot();
        MustRun();
        if ((await new SystemTool("getent", "passwd", AccountOf(service)).RunAsync(cancellationToken)).Code != 0)
        {
            await new SystemTool(
                "useradd", "--system", "--user-group", "--home-dir", service.DataFolder, "--no-create-home", "--shell", "/usr/sbin/nologin", AccountOf(service))
                .MustAsync(cancellationToken);
        }

        foreach (var tool in Preparation(service))
        {
            await tool.MustAsync(cancellationToken);
        }

        await File.WriteAllTextAsync(UnitFile, SystemdUnit.Of(service), cancellationToken);
        await Reload.MustAsync(cancellationToken);
        await Enable.MustAsync(cancellationToken);
    }

    public async Task UninstallAsync(CancellationToken cancellationToken)
    {
        MustBeRoot();
        MustRun();
        await new SystemTool("systemctl", "disable", "--now", Unit).RunAsync(cancellationToken);
        File.Delete(UnitFile);
        await Reload.MustAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => new SystemTool("systemctl", "start", Unit).MustAsync(cancellationToken);

    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        if (!(await StatusAsync(cancellationToken)).Runs)
        {
            return false;
        }

        await new SystemTool("systemctl", "stop", Unit).MustAsync(cancellationToken);
        return true;
    }

    public async Task<(string Said, bool Runs)> StatusAsync(CancellationToken cancellationToken)
    {
        MustRun();
        var (code, said) = await new SystemTool("systemctl", "is-active", Unit).RunAsync(cancellationToken);
        return code == IsNotThere ? ("not installed", false) : (said, code == 0);
    }

    private static readonly SystemTool Enable = new("systemctl", "enable", "--now", Unit);

    private static string AccountOf(ServiceDefinition service) => service.Account.Length > 0 ? service.Account : SystemdUnit.DefaultAccount;

    /// <summary>The service reads its settings, owns its data, and may write where its outputs go.</summary>
    private static IEnumerable<SystemTool> Preparation(ServiceDefinition service)
    {
        var account = AccountOf(service);
        yield return new SystemTool("install", "-d", "-o", account, "-g", account, "-m", "750", service.DataFolder);
        yield return new SystemTool("chown", "-R", $"{account}:{account}", service.DataFolder);
        yield return new SystemTool("chgrp", "-R", account, service.SettingsFolder);
        yield return new SystemTool("chmod", "-R", "g+rX,o-rwx", service.SettingsFolder);
        foreach (var folder in service.WritableFolders.Where(folder => folder != service.DataFolder && Directory.Exists(folder)))
        {
            // Folders `cchc init` made as root. A share, or a folder somebody owns, has its rights from elsewhere; the office's own files are not touched.
            yield return new SystemTool(
                "find", folder, "-maxdepth", "1", "-type", "d", "-user", "root", "-exec", "chgrp", account, "{}", "+", "-exec", "chmod", "g+rwx", "{}", "+");
        }
    }

    private static void MustBeRoot()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            throw new UsageException("Services are the administrator's: run this as root (sudo cchc service …).");
        }
    }

    private static void MustRun()
    {
        if (!Directory.Exists("/run/systemd/system"))
        {
            throw new UsageException(
                "systemd does not run here. `cchc service install --dry-run` shows what it would be told; "
                + "else let `cchc serve` be started by whatever starts programs here.");
        }
    }
}
