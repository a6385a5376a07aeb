using CcHc.Adapters.Alerts;
using CcHc.Adapters.Settings.Jobs;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Execution.JobPages;

/// <summary>
/// Which pages Hangfire's dashboard has (mục lục trang Hangfire): its own, but for the recurring jobs, which are Quartz's and have a page of ours.
/// </summary>
internal static class HangfireMenu
{
    private static readonly Lazy<bool> Arranged = new(Arrange1);

    /// <summary>The menus are one set for the whole process.</summary>
    public static void Arrange() => _ = Arranged.Value;

    /// <summary>Ours come first; whatever we do not have is Hangfire's.</summary>
    public static RouteCollection Routes()
    {
        var routes = new RouteCollection();
        routes.AddRazorPage("/recurring", static _ => new PlannedJobsPage());
        routes.Add("/recurring/trigger", new TriggerJobs());
        routes.Add("/recurring/remove", new Refusal());
        routes.Add(".*", new Rest());
        return routes;
    }

    private static bool Arrange1()
    {
        DashboardRoutes.AddJavaScript(typeof(HangfireMenu).Assembly, "CcHc.Worker.vietnamese.js");
        var place = NavigationMenu.Items.FindIndex(static item => item.Method.DeclaringType!.DeclaringType == typeof(NavigationMenu)) + RecurringPlace;
        NavigationMenu.Items[place] = static page => new MenuItem(Hangfire.Dashboard.Resources.Strings.NavigationMenu_RecurringJobs, page.Url.To("/recurring"))
        {
            Active = page.RequestPath.StartsWith("/recurring", StringComparison.OrdinalIgnoreCase),
            Metric = new DashboardMetric("cchc:planned", _ => new Metric(OfficeOf(page).Jobs.Count)),
        };
        NavigationMenu.Items.Add(static page => AlarmsOf(page) is var alarms and > 0
            ? new MenuItem("Sự cố", page.AppPath) { Metric =
                new DashboardMetric("cchc:alarms", _ => new Metric(alarms) { Style = MetricStyle.Danger, Highlighted = true }) }
            : new MenuItem("Công việc", page.AppPath));
        JobsSidebarMenu.Items.Add(static page => new MenuItem(
            page.Storage is InMemoryStorage ? "Các lần chạy trước: trang Công việc" : "Nhật ký ở trang Công việc", page.AppPath));
        return true;
    }

    /// <summary>Of Hangfire's four: jobs, retries, recurring jobs, servers.</summary>
    private const int RecurringPlace = 2;

    /// <summary>Cause and cure stand in the red bar of our pages, to which the menu leads.</summary>
    private static int AlarmsOf(RazorPage page) => page.Context.GetHttpContext().RequestServices.GetRequiredService<AlertStore>().Current().Count;

    private static JobsFile OfficeOf(RazorPage page) => page.Context.GetHttpContext().RequestServices.GetRequiredService<JobsFile>();

    private sealed class Rest : IDashboardDispatcher
    {
        public Task Dispatch(DashboardContext context)
        {
            if (DashboardRoutes.Routes.FindDispatcher(context.Request.Path) is not { } found)
            {
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
            }

            context.UriMatch = found.Item2;
            return found.Item1.Dispatch(context);
        }
    }

    /// <summary>Jobs are written in jobs.yml; nothing on a page takes one away.</summary>
    private sealed class Refusal : IDashboardDispatcher
    {
        public Task Dispatch(DashboardContext context)
        {
            context.Response.StatusCode = 405;
            return context.Response.WriteAsync("Công việc ghi trong jobs.yml; không xóa ở đây.");
        }
    }
}
