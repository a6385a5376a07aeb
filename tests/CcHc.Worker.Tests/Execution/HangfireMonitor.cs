using System.Diagnostics;
using Hangfire;
using Hangfire.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Execution;

/// <summary>Looks into Hangfire's own books.</summary>
internal static class HangfireMonitor
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Hangfire writes down what became of a run a moment after the run itself has ended.</summary>
    public static async Task<T> WaitAsync<T>(WebApplication app, Func<IMonitoringApi, T?> look)
        where T : class
    {
        var monitor = app.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(50))
        {
            if (look(monitor) is { } seen)
            {
                return seen;
            }
        }

        throw new TimeoutException("Hangfire did not get there.");
    }
}
