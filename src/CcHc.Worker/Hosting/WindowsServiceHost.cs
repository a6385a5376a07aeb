using CcHc.Adapters.Settings;
using CcHc.Worker.Execution;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.WindowsServices;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Hosting;

/// <summary>
/// Answers Windows' service manager for as long as the service lives. Around the service, whose own host begins anew with changed settings: the manager is
/// answered once a process.
/// </summary>
internal static partial class WindowsServiceHost
{
    /// <summary>Where a service that has no screen says why it did not start; beside jobs.yml.</summary>
    public const string TroubleFileName = "service-error.txt";

    public static bool IsNeeded => OperatingSystem.IsWindows() && WindowsServiceHelpers.IsWindowsService();

    public static async Task<int> RunAsync(string jobsPath, Func<CancellationToken, Task> serve, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = AppContext.BaseDirectory,
            // Also the source of its events.
            ApplicationName = ServiceManagers.WindowsManager.Name,
        });
        builder.Services.AddWindowsService(service => service.ServiceName = ServiceManagers.WindowsManager.Name);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopTimes.Program);
        builder.Services.AddHostedService(provider => new Duty(
            jobsPath, serve, provider.GetRequiredService<IHostApplicationLifetime>(), provider.GetRequiredService<ILogger<Duty>>()));
        using var host = builder.Build();
        await host.RunAsync(cancellationToken);
        return Environment.ExitCode;
    }

    private sealed partial class Duty(string jobsPath, Func<CancellationToken, Task> serve, IHostApplicationLifetime lifetime, ILogger<Duty> logger)
        : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var trouble = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(jobsPath))!, TroubleFileName);
            try
            {
                File.Delete(trouble);
                await serve(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // Asked to stop.
            }
            catch (Exception wrong) when (wrong is SettingsException or UsageException)
            {
                Environment.ExitCode = ExitCode.WrongUsage;
                LogWrong(wrong.Message);
                await File.WriteAllTextAsync(trouble, wrong.Message + Environment.NewLine, CancellationToken.None);
            }
            catch (Exception crash)
            {
                // Only a process that ends without saying goodbye is started again by the manager.
                LogCrash(crash);
                Environment.Exit(ExitCode.Failed);
            }

            lifetime.StopApplication();
        }

        [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
        private partial void LogWrong(string reason);

        [LoggerMessage(Level = LogLevel.Critical, Message = "The service fell over and is started again")]
        private partial void LogCrash(Exception crash);
    }
}
