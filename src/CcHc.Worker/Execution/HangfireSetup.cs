using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Execution;

/// <summary>Adds Hangfire to a host: it makes the runs handed over, keeps them in PostgreSQL and shows them at /hangfire.</summary>
public static class HangfireSetup
{
    /// <summary>One, and another beside a long one: an office's jobs share one folder and one mail server.</summary>
    private const int RunsAtOnce = 2;

    /// <summary>The host registers <see cref="IRunByOccurrence"/>. While the database is away the host starts all the same, and its engine when it is back.</summary>
    public static IServiceCollection AddHangfireExecution(this IServiceCollection services, EngineSettings settings)
    {
        if (settings.PostgresConnection is not { } connection)
        {
            return services.AddSingleton<IRunDispatcher, NoRunDispatcher>();
        }

        // Registered first, these stay with this host; Hangfire's own defaults are one set for the whole process.
        services.AddSingleton<JobStorage>(_ => EngineStorage.Beside(connection));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<IJobFilterProvider>(RunFilters.For(settings));
        services.AddHangfire(static hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        // Hangfire's dashboard checks its forms only where this is registered.
        services.AddAntiforgery();
        if (settings.MakesRuns)
        {
            services.AddHangfireServer(static (_, server) => server.WorkerCount = RunsAtOnce);
        }

        return services.AddSingleton<IRunDispatcher, HangfireRunDispatcher>();
    }

    /// <returns>False: there is no engine's dashboard to link to.</returns>
    public static bool MapHangfire(this WebApplication app, EngineDashboardAccess access)
    {
        if (app.Services.GetService<JobStorage>() is null)
        {
            return false;
        }

        EngineDashboard.Map(app, access);
        return true;
    }
}
