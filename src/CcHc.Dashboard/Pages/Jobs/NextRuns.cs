using CcHc.Adapters.Storage.Runs;

namespace CcHc.Dashboard.Pages.Jobs;

/// <summary>When jobs run next (giờ chạy tới), reckoned anew for each page; a host that knows the schedule registers it.</summary>
/// <param name="ReadAsync">By the job's name.</param>
public sealed record NextRuns(Func<CancellationToken, Task<IReadOnlyDictionary<string, DateTimeOffset>>> ReadAsync)
{
    /// <returns>Without a host that knows, what the service wrote last.</returns>
    public static async Task<IReadOnlyDictionary<string, DateTimeOffset>> ReadAsyncOf(IEnumerable<NextRuns> hosts, IEnumerable<JobPlan> plans,
        CancellationToken cancellationToken) =>
        hosts.FirstOrDefault() is { } host
            ? await host.ReadAsync(cancellationToken)
            : plans.Where(plan => plan.NextAt is not null).ToDictionary(plan => plan.Job, plan => plan.NextAt!.Value, StringComparer.Ordinal);
}
