using CcHc.Adapters.Alarming;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Dashboard;
using CcHc.Worker.Execution;
using CcHc.Worker.Scheduling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Service;

/// <summary>The service (dịch vụ): the scheduled jobs, their health pages and, when wanted, the dashboard, in one process. Runs until it is stopped, and begins anew with changed settings once they are good.</summary>
public sealed class CcHcService(string jobsPath, string url, bool hasDashboard, TimeProvider time, Action<string> say)
{
    /// <exception cref="SettingsException">The settings are wrong at the start; later, wrong ones are refused and the old ones stay in force.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (hasDashboard && url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(url, UriKind.Absolute, out var address) && !address.IsLoopback)
        {
            say($"{url} is neither this machine alone nor TLS: passwords would cross the network in the clear. Listen on 127.0.0.1 behind a reverse proxy with TLS.");
        }

        var clock = new OfficeClock(time);
        using var logging = LoggerFactory.Create(Logging);
        var watch = new SettingsWatch(jobsPath, clock, time, logging.CreateLogger<SettingsWatch>());
        for (var settings = OfficeSettings.Read(jobsPath, clock); settings is not null;)
        {
            using var alone = TakeAlone(settings.Machine);
            await using var app = Build(settings, watch);
            await app.StartAsync(cancellationToken);
            say($"{settings.Office.ProvinceName}: {string.Join(", ", app.Urls)}, {settings.Office.Jobs.Count(job => job is { IsEnabled: true, Schedule: not null })} jobs scheduled. Stop with Ctrl+C.");
            settings = await watch.NextAsync(settings, reason => TellAsync(app.Services.GetRequiredService<Alarms>(), reason), cancellationToken);
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
        : ServiceLock.TryTake(machine.DataFolder) ?? throw new SettingsException($"{machine.DataFolder}: another service, or a restore, is at work on this data folder. Stop it first.");

    private WebApplication Build(OfficeSettings settings, SettingsWatch watch)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Logging(builder.Logging.ClearProviders());
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(static server => server.AddServerHeader = false);
        builder.Services.AddCcHc(settings.Office, settings.Machine, time).AddSingleton(watch).AddSingleton<HealthReport>();
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

    private static void Logging(ILoggingBuilder logging) => logging
        .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "yyyy-MM-dd HH:mm:ss "))
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Quartz", LogLevel.Warning)
        .AddFilter("Hangfire", LogLevel.Warning)
        .SetMinimumLevel(LogLevel.Information);
}
