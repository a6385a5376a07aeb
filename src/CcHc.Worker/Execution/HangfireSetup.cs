using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Runs;
using CcHc.Dashboard.Pages.Jobs;
using CcHc.Worker.Execution.JobPages;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Execution;

/// <summary>
/// Adds Hangfire to a host: it executes every run, keeps it for thirty days, in PostgreSQL where that is set and else in memory, and shows it at /hangfire.
/// </summary>
public static class HangfireSetup
{
    /// <summary>One, and another beside a long one: an office's jobs share one folder and one mail server.</summary>
    private const int RunsAtOnce = 2;

    /// <summary>While the database is away the host starts all the same, and its runs when it is back.</summary>
    public static IServiceCollection AddHangfireExecution(this IServiceCollection services, MachineSettings machine)
    {
        // Registered first, these stay with this host; Hangfire's own defaults are one set for the whole process.
        services.AddSingleton<JobStorage>(_ => StorageOf(machine.PostgresConnection));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton(RunFilters.All).AddSingleton(_ => HangfireMenu.Routes());
        services.AddHangfire(static (provider, hangfire) => hangfire
            .UseLogProvider(new HangfireLog(provider.GetRequiredService<ILoggerFactory>()))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        // Hangfire's dashboard checks its forms only where this is registered.
        services.AddAntiforgery();
        services.AddHangfireServer((_, server) =>
        {
            server.WorkerCount = RunsAtOnce;
            server.ShutdownTimeout = StopTimes.Engine(machine.Mail);
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
            server.HeartbeatInterval = TimeSpan.FromSeconds(15);
            server.ServerTimeout = TimeSpan.FromMinutes(1);
            server.ServerCheckInterval = TimeSpan.FromMinutes(1);
        });
        services.Configure<HostOptions>(host => host.ShutdownTimeout = StopTimes.Host(machine.Mail));

        services.AddSingleton(provider => new RunLinks(run => AddressOf(run, provider.GetRequiredService<JobStorage>())));
        services.AddSingleton<ILoggerProvider, RunJournal>();
        services.AddSingleton<JobQueue>();
        // Stopped before Hangfire's server, as hosted services stop in the reverse order: nothing more is handed over.
        services.AddSingleton<RunRecovery>().AddHostedService(provider => provider.GetRequiredService<RunRecovery>());
        return services;
    }

    private static string? AddressOf(LoggedRun run, JobStorage storage)
    {
        if (run.HangfireId.Length == 0)
        {
            return null;
        }

        using var connection = storage.GetConnection();
        return connection.GetJobData(run.HangfireId) is null ? null : $"{HangfirePages.Path}/jobs/details/{run.HangfireId}";
    }

    private static JobStorage StorageOf(string? postgres) =>
        postgres is not null ? PostgresJobStorage.Beside(postgres) : new InMemoryStorage(new InMemoryStorageOptions
        {
            // No two lives of the process give one number twice.
            IdType = InMemoryStorageIdType.Guid,
            MaxExpirationTime = RetryByJobRule.History,
        });
}
