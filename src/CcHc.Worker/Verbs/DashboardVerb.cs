using System.CommandLine;
using CcHc.Dashboard;
using CcHc.Worker.Screens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Verbs;

/// <summary>dashboard: the pages alone, on this machine only; runs asked for there wait for a worker.</summary>
public static class DashboardVerb
{
    public static Command Create(Screen screen)
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1.", DefaultValueFactory = _ => 5080 };
        var jobs = CommonOptions.Jobs();
        var command = new Command("dashboard", "Serve the dashboard alone (127.0.0.1 only); runs asked for there wait for a worker.") { port, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var builder = WebApplication.CreateEmptyBuilder(
                new WebApplicationOptions { ApplicationName = "cchc", ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
            builder.Services.AddRouting();
            builder.WebHost.UseKestrelCore().UseUrls(FormattableString.Invariant($"http://127.0.0.1:{parsed.GetValue(port)}"));
            builder.Logging.AddSimpleConsole(static console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
            builder.Services.AddCcHc(host.Office, host.Machine, TimeProvider.System).AddCcHcDashboard(host.Machine);
            await using var app = builder.Build();
            app.UseCcHcDashboard(host.Machine);
            await app.StartAsync(cancellationToken);
            screen.Line($"The dashboard is at {string.Join(", ", app.Urls)} – stop with Ctrl+C.");
            await ((IHost)app).WaitForShutdownAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
