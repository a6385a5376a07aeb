using Hangfire;
using Hangfire.Common;

namespace CcHc.Worker.Execution;

/// <summary>
/// What Hangfire does around a run. Its default set is left out: it tries ten times whatever jobs.yml says, and it runs a job in the culture of whoever asked
/// for it, so that a click in an English browser would run under English rules.
/// </summary>
internal static class RunFilters
{
    public static IJobFilterProvider All { get; } = new JobFilterProviderCollection(
        new JobFilterCollection { new RetryByJobRule(), new StatisticsHistoryAttribute() },
        new JobFilterAttributeFilterProvider());
}
