using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CcHc.Worker.Scheduling;

/// <summary>
/// Quartz decides when: each scheduled job of jobs.yml with its triggers, in office time, bound to working days where the office says so. It lives in memory on
/// every node; which node's firing counts is decided by the queue.
/// </summary>
public static class QuartzSetup
{
    /// <summary>A firing only adds a row.</summary>
    private const int Workers = 2;

    public static IServiceCollection AddQuartzScheduling(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "cchc");
            quartz.UseDefaultThreadPool(Workers);
        });
        services.AddSingleton<Schedule>().AddSingleton<SchedulerService>();
        services.AddHostedService(provider => provider.GetRequiredService<SchedulerService>());
        return services;
    }
}
