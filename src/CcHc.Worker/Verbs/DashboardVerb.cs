using System.CommandLine;
using CcHc.Adapters.Storage;
using CcHc.Dashboard;
using CcHc.Worker.Screens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Verbs;

/// <summary>dashboard: the page that says what the last runs did, on this machine only.</summary>
public static class DashboardVerb
{
    public static Command Create(Screen screen)
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1.", DefaultValueFactory = _ => 5080 };
        var jobs = CommonOptions.Jobs();
        var command = new Command("dashboard", "Serve the page that says what the last runs did (127.0.0.1 only).") { port, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseKestrelCore().UseUrls(FormattableString.Invariant($"http://127.0.0.1:{parsed.GetValue(port)}"));
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.AddSingleton(host.Services.GetRequiredService<RunLog>()).AddSingleton(host.Services.GetRequiredService<Outbox>()).AddCcHcDashboard();
            await using var app = builder.Build();
            app.UseCcHcDashboard();
            await app.StartAsync(cancellationToken);
            screen.Line($"The dashboard is at {string.Join(", ", app.Urls)} – stop with Ctrl+C.");
            await ((IHost)app).WaitForShutdownAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
