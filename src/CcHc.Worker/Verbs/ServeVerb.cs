using System.CommandLine;
using CcHc.Worker.Hosting;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs;

/// <summary>serve and work: the service, with the dashboard or without it.</summary>
public static class ServeVerb
{
    /// <param name="time">Null: the machine's.</param>
    public static Command CreateServe(Screen screen, TimeProvider? time = null) =>
        Create(screen, time, "serve", "Run the scheduled jobs and the dashboard until stopped.", hasDashboard: true);

    public static Command CreateWork(Screen screen) =>
        Create(screen, null, "work", "Run the scheduled jobs without the dashboard until stopped; several machines may share one PostgreSQL.",
            hasDashboard: false);

    private static Command Create(Screen screen, TimeProvider? time, string name, string description, bool hasDashboard)
    {
        var url = new Option<string>("--url") { Description = "Where the pages listen.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var jobs = CommonOptions.Jobs();
        var command = new Command(name, description) { url, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(jobs)!;
            var service = new CcHcService(path, parsed.GetValue(url)!, hasDashboard, time ?? TimeProvider.System, screen.Line);
            if (WindowsServiceHost.IsNeeded)
            {
                return await WindowsServiceHost.RunAsync(path, service.RunAsync, cancellationToken);
            }

            try
            {
                await service.RunAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Asked to stop while still starting: that is no failure, and the service manager must not count it as one.
            }

            return ExitCode.Done;
        });
        return command;
    }
}
