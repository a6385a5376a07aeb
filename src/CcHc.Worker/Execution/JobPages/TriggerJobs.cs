using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Runs;
using CcHc.Dashboard.Auth;
using Hangfire.Dashboard;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Execution.JobPages;

/// <summary>"Trigger now" on Hangfire's page (chạy ngay): asks for the run as our own page does. The audit row is written before.</summary>
internal sealed class TriggerJobs : IDashboardDispatcher
{
    public async Task Dispatch(DashboardContext context)
    {
        var visit = context.GetHttpContext();
        if (context.Request.Method != "POST" || context.IsReadOnly)
        {
            context.Response.StatusCode = context.IsReadOnly ? 401 : 405;
            return;
        }

        var office = visit.RequestServices.GetRequiredService<JobsFile>();
        var queue = visit.RequestServices.GetRequiredService<RunQueue>();
        foreach (var job in (await context.Request.GetFormValuesAsync("jobs[]")).Where(job => office.Jobs.Any(one => one.Name == job && one.IsEnabled)))
        {
            await queue.AskAsync(job, visit.User.NameOf(), cancellationToken: visit.RequestAborted);
        }

        context.Response.StatusCode = 204;
    }
}
