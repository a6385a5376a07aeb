using System.Globalization;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Dashboard.Pages.Jobs;

namespace CcHc.Worker.Execution.JobPages;

/// <summary>What Hangfire's pages say of a run (lời về lần chạy).</summary>
internal static class RunSentences
{
    public const string ToDo = "Cần làm";

    public const string Dropped = "Không chạy: jobs.yml không còn công việc này, hoặc công việc đã tắt.";

    public const string NotNeeded = "Không chạy lần thứ hai: lượt này đã được một tiến trình khác nhận.";

    public static string Of(JobOutcome outcome) => $"{RunLabels.Name(outcome.Result)}. {outcome.Summary}";

    public static string AlreadyRan(LoggedRun run) =>
        $"Không chạy lại: lượt này đã chạy xong lúc {At(run.FinishedAt ?? run.StartedAt)} ({RunLabels.Name(run.Outcome?.Result)}). Muốn chạy lần nữa, bấm “Chạy ngay” ở trang Công việc.";

    public static string RunsElsewhere(LoggedRun run) => $"Không chạy lần thứ hai: lượt này đang chạy ở {run.Host} từ {At(run.StartedAt)}.";

    public static string At(DateTimeOffset instant) => OfficeTime.Of(instant).ToString("HH:mm:ss dd/MM/yyyy", CultureInfo.InvariantCulture);
}
