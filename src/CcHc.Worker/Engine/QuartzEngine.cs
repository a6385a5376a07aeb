using CcHc.Adapters.Settings;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CcHc.Worker.Engine;

/// <summary>
/// Quartz decides when: each scheduled job of jobs.yml with its triggers, in office time, bound to working days where the office says so. It also runs the job,
/// unless Hangfire takes the run.
/// </summary>
public static class QuartzEngine
{
    private const int Workers = 4;

    /// <summary>In memory beside SQLite; in PostgreSQL, shared by every machine that works for this office, when it is configured.</summary>
    public static IServiceCollection AddQuartzEngine(this IServiceCollection services, JobsFile office, MachineSettings machine)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "cchc";
                scheduler.GenerateInstanceId = true;
            });
            quartz.UseDefaultThreadPool(Workers);
            if (machine.PostgresConnection is { } connection)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(connection);
                    store.ProvisionSchema();
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = TimeSpan.FromSeconds(3);
                        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(5);
                    });
                });
            }
        });
        services.AddSingleton<IRunByOccurrence, OccurrenceRun>();
        services.AddHangfireExecution(new EngineSettings(
            machine.PostgresConnection, job => office.Jobs.FirstOrDefault(one => one.Name == job)?.Retry ?? RetryRule.Default));
        services.AddSingleton<SchedulePlanner>().AddSingleton<ScheduleKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<ScheduleKeeper>());
        services.AddHostedService<WishKeeper>();
        return services;
    }
}
