using System.Globalization;
using System.Net;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Dashboard.Pages.Jobs;
using CcHc.Worker.Timing;
using Hangfire.Dashboard;
using Hangfire.Dashboard.Pages;
using Hangfire.Dashboard.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Execution.JobPages;

/// <summary>Every job of jobs.yml on Hangfire's page of recurring jobs (công việc định kỳ): when it runs next, how it ran last, run it now.</summary>
internal sealed class PlannedJobsPage : RazorPage
{
    public override void Execute()
    {
        Layout = new LayoutPage(Strings.RecurringJobsPage_Title);
        var services = Context.GetHttpContext().RequestServices;
        var office = services.GetRequiredService<JobsFile>();
        // Hangfire's pages are written in one go, without waiting.
        var plans = services.GetRequiredService<JobPlans>().ListAsync().GetAwaiter().GetResult().ToDictionary(plan => plan.Job, StringComparer.Ordinal);
        var next = services.GetRequiredService<NextRunTimes>().ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var latest = services.GetRequiredService<RunLog>().LatestAsync().GetAwaiter().GetResult();

        WriteLiteral($"<div class=\"row\"><div class=\"col-md-12\"><h1 id=\"page-title\" class=\"page-header\">{Text(Strings.RecurringJobsPage_Title)}</h1>");
        WriteLiteral("<p class=\"text-muted\">Lịch ghi trong jobs.yml; ngày nghỉ theo lich-nghi.xlsx. Giờ Việt Nam.</p><div class=\"js-jobs-list\">");
        if (!IsReadOnly)
        {
            WriteLiteral(
                $"<div class=\"btn-toolbar btn-toolbar-top\"><button class=\"js-jobs-list-command btn btn-sm btn-primary\" data-url=\"{Text(Url.To("/recurring/trigger"))}\" data-loading-text=\"{Text(Strings.RecurringJobsPage_Triggering)}\" disabled=\"disabled\"><span class=\"glyphicon glyphicon-play-circle\"></span> {Text(Strings.RecurringJobsPage_TriggerNow)}</button></div>");
        }

        WriteLiteral("<div class=\"table-responsive\"><table class=\"table\" aria-describedby=\"page-title\"><thead><tr>");
        WriteLiteral(IsReadOnly ? "" : "<th class=\"min-width\"><input type=\"checkbox\" class=\"js-jobs-list-select-all\" aria-label=\"Chọn tất cả\"/></th>");
        // On a telephone the two times are what is looked for.
        foreach (var (heading, isWide) in new[]
        {
            ("Công việc", false), (Strings.RecurringJobsPage_Table_Cron, true), (Strings.RecurringJobsPage_Table_TimeZone, true),
            (Strings.RecurringJobsPage_Table_NextExecution, false),
            (Strings.RecurringJobsPage_Table_LastExecution, false),
        })
        {
            WriteLiteral($"<th{(isWide ? " class=\"hidden-xs\"" : "")}>{Text(heading)}</th>");
        }

        WriteLiteral("</tr></thead><tbody>");
        foreach (var job in office.Jobs)
        {
            WriteRow(office, job, plans.GetValueOrDefault(job.Name), next.TryGetValue(job.Name, out var time)
                ? time : null, latest.GetValueOrDefault(job.Name), now);
        }

        WriteLiteral("</tbody></table></div></div></div></div>");
    }

    private void WriteRow(JobsFile office, JobDefinition job, JobPlan? plan, DateTimeOffset? next, LoggedRun? last, DateTimeOffset now)
    {
        WriteLiteral("<tr class=\"js-jobs-list-row hover\">");
        if (!IsReadOnly)
        {
            WriteLiteral(
                $"<td>{(job.IsEnabled ? $"<input type=\"checkbox\" class=\"js-jobs-list-checkbox\" name=\"jobs[]\" value=\"{Text(job.Name)}\" aria-label=\"{Text(job.Name)}\"/>" : "")}</td>");
        }

        var crons =
            string.Join("<br>", (job.Schedule?.Crons ?? []).Select(cron => $"<code class=\"cron-badge\" style=\"white-space:nowrap\">{Text(cron)}</code>"));
        var days = job is { Schedule: not null, Days: JobDays.Working } ? "<br><span class=\"text-muted\">ngày làm việc</span>" : "";
        WriteLiteral(
            $"<td style=\"white-space:normal\">{Text(RunTitleAttribute.Title(office, job.Name))}</td><td class=\"min-width hidden-xs\">{crons}{days}</td>");
        WriteLiteral(
            $"<td class=\"hidden-xs\">{(job.Schedule is null ? "" : OfficeTime.ZoneName)}</td><td class=\"min-width\">{Next(job, plan, next)}</td><td style=\"white-space:normal\">{Last(last, now)}</td></tr>");
    }

    private static string Next(JobDefinition job, JobPlan? plan, DateTimeOffset? next) => (job, plan) switch
    {
        ({ IsEnabled: false }, _) => $"<span class=\"label label-default\">{Text(Strings.Common_Disabled)}</span>",
        (_, { PausedUntil: { } until }) => $"<span class=\"label label-warning\">tạm dừng đến {At(until)}</span>",
        ({ Schedule: null }, _) => "chỉ khi có người yêu cầu",
        _ => next is { } planned ? At(planned) : "–",
    };

    /// <summary>Linked to the run in the list it is in: Hangfire's while that has it, else ours.</summary>
    private string Last(LoggedRun? run, DateTimeOffset now)
    {
        if (run is null)
        {
            return "chưa chạy";
        }

        var label = RunLabels.Look(run, now) switch { "done" => "success", "over" => "danger", "open" => "info", _ => "warning" };
        return $"<a href=\"{Text($"{AppPath}/{run.Id}")}\"><span class=\"label label-{label}\">{Text(RunLabels.Name(run, now))}</span> {At(run.StartedAt)}</a><br><span class=\"text-muted\" lang=\"en\">{Text(run.Outcome?.Summary ?? "")}</span>";
    }

    private static string At(DateTimeOffset instant) => OfficeTime.Of(instant).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
