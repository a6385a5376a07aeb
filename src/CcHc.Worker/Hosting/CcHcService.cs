using System.Data.Common;
using System.Net.Sockets;
using CcHc.Adapters.Alerts;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Dashboard;
using CcHc.Worker.Execution;
using CcHc.Worker.Execution.JobPages;
using CcHc.Worker.Scheduling;
using CcHc.Worker.Screens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Serilog;

namespace CcHc.Worker.Hosting;

/// <summary>
/// The service (dịch vụ): the scheduled jobs, their health pages and, when wanted, the dashboard, in one process. Runs until it is stopped, and begins anew
/// with changed settings once they are good.
/// </summary>
public sealed class CcHcService(string jobsPath, string url, bool hasDashboard, TimeProvider time, Action<string> say)
{
    private static readonly TimeSpan PatienceWithDatabase = TimeSpan.FromSeconds(5);

    /// <exception cref="SettingsException">The settings are wrong at the start; later, wrong ones are refused and the old ones stay in force.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!ListenAddress.Read(url).IsLoopback && hasDashboard)
        {
            say(
                $"{url} is neither this machine alone nor TLS: passwords would cross the network in the clear. Listen on 127.0.0.1 behind a reverse proxy with TLS.");
        }

        using var log = new ServiceLog();
        var systemd = new SystemdNotifier();
        var watch = new SettingsWatch(jobsPath, time, log.For<SettingsWatch>());
        for (var settings = OfficeSettings.Read(jobsPath); settings is not null;)
        {
            using var alone = TakeAlone(settings.Machine);
            log.Take(settings.Machine);
            await using var app = Build(settings, watch, log);
            await TrialGuard.CheckAsync(app.Services, settings.Machine, cancellationToken);
            await StartAsync(app, cancellationToken);
            await RememberDatabaseAsync(app.Services.GetRequiredService<Database>(), settings.Machine, cancellationToken);
            say(
                $"{settings.Office.ProvinceName}: {string.Join(", ", app.Urls)}, {settings.Office.Jobs.Count(job => job is { IsEnabled: true, Schedule: not null })} jobs scheduled. Stop with Ctrl+C.");
            // Said again after changed settings, which does no harm; that the old host stops is not the service's end and is not said.
            systemd.Notify(ServiceState.Ready);
            // A signal may reach the host alone: then its jobs have stopped, and a process that went on would look well and do nothing.
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
            settings = await watch.NextAsync(settings, reason => TellAsync(app.Services.GetRequiredService<Alarms>(), reason), stop.Token);
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>The administrator hears of refused settings as of any failure, and once they are good nothing is left of it.</summary>
    private static Task TellAsync(Alarms alarms, string reason) => reason.Length > 0
        ? alarms.RaiseAsync("settings", new JobOutcome(JobResult.Failed, reason, new Dictionary<string, int>()), CancellationToken.None)
        : alarms.ClearAsync("settings");

    /// <summary>One service a data folder, and no restore beside it. Machines that share a PostgreSQL may share the folder as well.</summary>
    /// <exception cref="SettingsException">Another service holds it.</exception>
    private static ServiceLock? TakeAlone(MachineSettings machine) =>
        machine.PostgresConnection is not null ? null
        : ServiceLock.TryTake(machine.DataFolder)
            ?? throw new SettingsException($"{machine.DataFolder}: another service, or a restore, is at work on this data folder. Stop it first.");

    /// <exception cref="UsageException">The address cannot be listened on.</exception>
    private async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (ListenAddress.WhyNotOpen(failure, url) is { } why)
        {
            throw why;
        }
    }

    /// <summary>A database that does not answer now is remembered at the next start.</summary>
    private static async Task RememberDatabaseAsync(Database database, MachineSettings machine, CancellationToken cancellationToken)
    {
        try
        {
            await database.AskTimeAsync(cancellationToken).WaitAsync(PatienceWithDatabase, cancellationToken);
            OfficeDatabase.Keep(machine);
        }
        catch (Exception away) when (away is DbException or TimeoutException or SocketException)
        {
            // The health page says so; the scheduler waits for it.
        }
    }

    private WebApplication Build(OfficeSettings settings, SettingsWatch watch, ServiceLog log)
    {
        // Nothing but what is said here: no settings file or web folder of wherever the program was started from, no variables of other programs, and nothing
        // watched.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = "cchc", ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Services.AddSerilog(log.Logger, dispose: false);
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(static server => server.AddServerHeader = false);
        builder.Services.AddCcHc(settings.Office, settings.Machine, time).AddSingleton(watch).AddCcHcHealth();
        builder.Services.AddHangfireExecution(settings.Machine).AddQuartzScheduling();
        if (hasDashboard)
        {
            builder.Services.AddCcHcDashboard(settings.Machine);
        }

        var app = builder.Build();
        if (hasDashboard)
        {
            app.UseCcHcDashboard(settings.Machine);
            app.MapHangfire(HangfireVisitors.Access);
        }

        app.MapCcHcHealth();

        return app;
    }
}
