using System.CommandLine;
using CcHc.Worker.Hosting;
using CcHc.Worker.Hosting.ServiceManagers;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs;

/// <summary>service: lets the system start and watch `cchc serve`; systemd on Linux, the service manager on Windows.</summary>
public static class ServiceVerb
{
    public static Command Create(Screen screen) => new(
        "service", "Have the system run `cchc serve`: install, uninstall, start, stop, status. Settings and data are never touched.")
    {
        Install(screen),
        Simple("uninstall", "Stop it and take it out of the system's services; settings and data stay.", async (manager, cancellationToken) =>
        {
            await manager.UninstallAsync(cancellationToken);
            screen.Line("The service is gone; settings and data are where they were.");
            return ExitCode.Done;
        }),
        Simple("start", "Start it.", async (manager, cancellationToken) =>
        {
            await manager.StartAsync(cancellationToken);
            return ExitCode.Done;
        }),
        Simple("stop", "Stop it and wait until it has ended; exit code 1 when it did not run.", async (manager, cancellationToken) =>
            await manager.StopAsync(cancellationToken) ? ExitCode.Done : ExitCode.Failed),
        Simple("status", "Whether it is installed and runs; exit code 1 when it does not run.", async (manager, cancellationToken) =>
        {
            var (said, runs) = await manager.StatusAsync(cancellationToken);
            screen.Line(said);
            return runs ? ExitCode.Done : ExitCode.Failed;
        }),
    };

    private static IServiceManager Manager => OperatingSystem.IsWindows() ? new WindowsManager() : new SystemdManager();

    private static Command Install(Screen screen)
    {
        var account = new Option<string>("--account")
        {
            Description = "The account it runs as; default: cchc, on Windows one Windows keeps for it. A domain account's password is typed into services.msc.",
            DefaultValueFactory = _ => "",
        };
        var dry = new Option<bool>("--dry-run") { Description = "Show what the system would be told; change nothing." };
        var jobs = CommonOptions.Jobs();
        var command = new Command("install", "Install it and start it; done again after settings moved.") { account, dry, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var service = Define(parsed.GetValue(jobs)!, parsed.GetValue(account)!);
            if (parsed.GetValue(dry))
            {
                foreach (var step in Manager.Steps(service))
                {
                    screen.Line(step);
                }

                return ExitCode.Done;
            }

            await Manager.InstallAsync(service, cancellationToken);
            return Told(screen, service, await Manager.StatusAsync(cancellationToken));
        });
        return command;
    }

    private static int Told(Screen screen, ServiceDefinition service, (string Said, bool Runs) status)
    {
        if (status.Runs)
        {
            screen.Line($"The service runs with {service.JobsFile}. Pages: http://127.0.0.1:5080; state: cchc service status.");
            return ExitCode.Done;
        }

        if (OperatingSystem.IsWindows() && service.WantsPassword)
        {
            screen.Line(
                $"The service is installed with {service.JobsFile}. Type the password of {service.Account} into services.msc (CcHc, Log On), then: cchc service start.");
            return ExitCode.Done;
        }

        var reason = OperatingSystem.IsWindows()
            ? $"{WindowsServiceHost.TroubleFileName} beside it, or the event log (Application, CcHc)" : "journalctl -u cchc";
        screen.Line($"The service is installed with {service.JobsFile} and does not run ({status.Said}). The reason: {reason}.");
        return ExitCode.Failed;
    }

    private static ServiceDefinition Define(string jobsPath, string account)
    {
        var path = Path.GetFullPath(jobsPath);
        var (office, machine) = OfficeSettings.ReadBoth(path);
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "cchc.exe" : "cchc");
        string[] written = [machine.DataFolder, office.OutputFolder, machine.Backup.Folder];
        return File.Exists(program)
            ? new ServiceDefinition(program, path, machine.DataFolder, account, [.. written.Distinct(StringComparer.Ordinal)])
            : throw new UsageException($"{program} is not there: a service needs the program as it is handed out, not a clone.");
    }

    private static Command Simple(string name, string description, Func<IServiceManager, CancellationToken, Task<int>> act)
    {
        var command = new Command(name, description);
        command.SetAction((_, cancellationToken) => act(Manager, cancellationToken));
        return command;
    }
}
