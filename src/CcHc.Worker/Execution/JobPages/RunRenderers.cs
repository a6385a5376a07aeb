using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CcHc.Adapters.Storage.Runs;
using CcHc.Dashboard.Localization;
using CcHc.Dashboard.Pages.Jobs;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Execution.JobPages;

/// <summary>
/// What Hangfire's page of one run shows beside its states (chi tiết lần chạy): the run log's sentence, counts and lines, with a link to our page.
/// </summary>
internal static class RunRenderers
{
    private static readonly Lazy<bool> Registered = new(RegisterOnce);

    /// <summary>The renderers are one set for the whole process.</summary>
    public static void Register() => _ = Registered.Value;

    private static bool RegisterOnce()
    {
        GlobalConfiguration.Configuration.UseJobDetailsRenderer(0, Details);
        JobHistoryRenderer.Register(SucceededState.StateName, Succeeded);
        return true;
    }

    private static NonEscapedString Details(JobDetailsRendererDto page)
    {
        var services = page.Page.Context.GetHttpContext().RequestServices;
        var run = page.JobDetails.Job?.Args is [string job, string occurrence, ..]
            ? services.GetRequiredService<RunLog>().FindAsync(job, occurrence).GetAwaiter().GetResult() : null;
        if (run is null)
        {
            return new NonEscapedString("<p>Lượt này chưa bắt đầu.</p>");
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"<h3>Nhật ký lần chạy</h3><p><a href=\"{Text($"{page.Page.AppPath}/{run.Id}")}\">Xem ở trang Công việc</a></p><dl class=\"dl-horizontal\">");
        Line(text, "Kết quả", $"{RunLabels.Name(run, services.GetRequiredService<TimeProvider>().GetUtcNow())}. {run.Outcome?.Summary}");
        Line(text, "Bắt đầu", RunSentences.At(run.StartedAt));
        Line(text, "Kết thúc", run.FinishedAt is { } finished ? RunSentences.At(finished) : "–");
        Line(text, "Lần thử", run.Attempt.ToString(CultureInfo.InvariantCulture));
        Line(text, "Máy", run.Host);
        var words = services.GetRequiredService<ViewLocalizer>();
        foreach (var (name, count) in run.Outcome?.Counts ?? new Dictionary<string, int>())
        {
            Line(text, RunLabels.Count(words, name), count.ToString(CultureInfo.InvariantCulture));
        }

        text.Append("</dl>").Append(run.Log.Length > 0 ? $"<pre>{Text(run.Log)}</pre>" : "");
        return new NonEscapedString(text.ToString());
    }

    /// <param name="state">As Hangfire stores it: the result is JSON.</param>
    private static NonEscapedString Succeeded(HtmlHelper html, IDictionary<string, string> state)
    {
        var text = new StringBuilder("<dl class=\"dl-horizontal\">");
        if (state.TryGetValue("Result", out var result) && result is ['"', ..])
        {
            Line(text, "Kết quả", JsonSerializer.Deserialize<string>(result)!);
        }

        if (state.TryGetValue("PerformanceDuration", out var duration) && long.TryParse(duration, CultureInfo.InvariantCulture, out var milliseconds))
        {
            Line(text, "Chạy trong", FormattableString.Invariant($"{milliseconds / 1000.0:0.0} giây"));
        }

        return new NonEscapedString(text.Append("</dl>").ToString());
    }

    private static void Line(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"<dt>{Text(name)}</dt><dd>{Text(value)}</dd>");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
