using System.Globalization;
using System.Text.Json;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Core.Reminders;
using CcHc.Core.Wording;
using CcHc.Dashboard.Localization;

namespace CcHc.Dashboard.Pages.Jobs;

/// <summary>What pages call jobs, their results and what they counted (cách gọi công việc).</summary>
public static class RunLabels
{
    public const string Unfinished = "dang-chay";

    private const string NotReminded = "not_reminded_";
    private const int MostCounts = 6;

    /// <summary>By the code in an address, in the order a filter offers them.</summary>
    public static IReadOnlyDictionary<string, JobResult?> Results { get; } = new Dictionary<string, JobResult?>(StringComparer.Ordinal)
    {
        ["xong"] = JobResult.Done,
        ["co-canh-bao"] = JobResult.DoneWithFindings,
        ["mot-phan"] = JobResult.Partly,
        ["loi"] = JobResult.Failed,
        [Unfinished] = null,
    };

    public static string Name(JobResult? result) => JobResultText.Of(result);

    /// <summary>Nobody wrote how it ended, and its worker is silent or its time limit past: the worker stopped in the middle of it.</summary>
    public static bool IsLost(LoggedRun run, DateTimeOffset now) => run.FinishedAt is null && (run.IsSilent || run.OverdueAt < now);

    public static string Name(LoggedRun run, DateTimeOffset now) => IsLost(run, now) ? "Dừng giữa chừng" : Name(run.Outcome?.Result);

    /// <summary>The class of the stylesheet that colours a result.</summary>
    public static string Look(LoggedRun run, DateTimeOffset now) => IsLost(run, now) ? "over" : run.Outcome?.Result switch
    {
        null => "open",
        JobResult.Done => "done",
        JobResult.Failed => "over",
        _ => "soon",
    };

    /// <summary>
    /// What a run came to, in the reader's language: in Vietnamese from what it counted, in English its own line. Empty where it counted nothing: then its
    /// result says it.
    /// </summary>
    public static string Summary(ViewLocalizer words, JobOutcome? outcome)
    {
        if (outcome is null || words.IsEnglish)
        {
            return outcome?.Summary ?? "";
        }

        var counted = outcome.Counts.Where(count => count.Value != 0).ToList();
        return counted.Count > 0 ? string.Join("; ", counted.Take(MostCounts).Select(count => $"{Count(words, count.Key)}: {Vietnamese.Number(count.Value)}"))
            + (counted.Count > MostCounts ? "; …" : "")
            : outcome.Counts.Count > 0 ? words["Không có gì mới."] : "";
    }

    /// <summary>Its own line tells more than its counts: why it failed, which only the machine's words say.</summary>
    public static bool HasDetail(ViewLocalizer words, JobOutcome outcome) =>
        !words.IsEnglish && outcome.Summary.Length > 0 && (outcome.Result is JobResult.Failed or JobResult.Partly || outcome.Counts.Count == 0);

    /// <summary>"0,4": with the reader's decimal sign.</summary>
    public static string Seconds(ViewLocalizer words, TimeSpan duration) => words.IsEnglish
        ? duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) : Vietnamese.Number(duration.TotalSeconds, 1);

    /// <summary>When a job runs, in the reader's language.</summary>
    public static string Schedule(ViewLocalizer words, string schedule) => words.IsEnglish ? schedule : ScheduleText.InVietnamese(schedule);

    /// <param name="duty">As the plan writes it.</param>
    public static string Duty(string duty) => Enum.TryParse<JobDuty>(duty, out var known) ? known switch
    {
        JobDuty.ReadRegisters => "Đọc sổ theo dõi",
        JobDuty.RemindAgencies => "Nhắc các cơ quan",
        JobDuty.DeliverMail => "Gửi thư đang chờ",
        JobDuty.AssembleReport => "Tổng hợp tình hình thực hiện",
        JobDuty.CheckRegisters => "Kiểm tra sổ theo dõi",
        JobDuty.IssueForms => "Phát biểu mẫu báo cáo",
        JobDuty.CollectReports => "Thu báo cáo",
        JobDuty.AssemblePeriod => "Tổng hợp báo cáo kỳ",
        JobDuty.Backup => "Sao lưu",
        JobDuty.ReadMailbox => "Đọc hộp thư đến",
        JobDuty.HealthMail => "Báo tình hình hệ thống",
        JobDuty.ImportPlans => "Đọc kế hoạch mới",
        _ => "Dọn dẹp",
    } : duty;

    /// <summary>The label of a count; the count's own name for one nobody has put into words.</summary>
    public static string Count(ViewLocalizer words, string count)
    {
        foreach (var reason in count.StartsWith(NotReminded, StringComparison.Ordinal) ? Enum.GetValues<NoReminderReason>() : [])
        {
            if (JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()) == count[NotReminded.Length..])
            {
                return words["không nhắc: {0}", words[ReminderText.Name(reason)]];
            }
        }

        return words[count switch
        {
            "registers" => "sổ đã đọc",
            "tasks" => "nhiệm vụ",
            "reminders" => "lời nhắc",
            "letters" => "thư",
            "letters_queued" => "thư đã lập",
            "letters_left_for_tomorrow" => "thư để ngày làm việc sau",
            "receipts_queued" => "thư trả lời đã lập",
            "mails_sent" => "thư đã gửi",
            "mails_try_later" => "thư sẽ gửi lại",
            "mails_refused" => "thư bị từ chối",
            "mails_unknown" => "thư chưa rõ đã đến chưa",
            "mails_held" => "thư tạm giữ",
            "mails_waiting" => "thư đang chờ",
            "mails_abandoned" => "thư dở dang được tìm thấy",
            "findings" => "cảnh báo",
            "errors" => "lỗi",
            "warnings" => "cảnh báo nên xem",
            "accepted" => "cảnh báo đã được trả lời",
            "overdue" => "việc quá hạn",
            "rows" => "dòng chi tiết",
            "files" => "tệp",
            "papers" => "văn bản kèm theo",
            "ahead_of_their_period" => "tệp của kỳ chưa phát biểu mẫu",
            "new" => "tệp mới",
            "refused" => "tệp bị từ chối",
            "not_yet_readable" => "tệp chưa đọc được",
            "versions_changed" => "tệp đổi tình trạng",
            "unfinished_files" => "tệp dở dang đã dọn",
            "forms_written" => "biểu mẫu đã lập",
            "without_address" => "cơ quan không có địa chỉ",
            "periods" => "kỳ báo cáo",
            "workbooks_written" => "bản tổng hợp đã ghi",
            "missing_reports" => "báo cáo còn thiếu",
            "earlier_readings" => "sổ dùng bản đọc trước",
            "troubles" => "trục trặc",
            "alarms" => "sự cố",
            "backup_rows" => "dòng đã sao lưu",
            "backups_deleted" => "bản sao lưu cũ đã xóa",
            "runs" => "lần chạy cũ đã dọn",
            "snapshots" => "bản sao cũ đã dọn",
            "answers" => "trả lời của cơ quan",
            "answer_sheets" => "phiếu trả lời mới",
            "answer_sheets_refused" => "phiếu chưa dùng được",
            "to_type_into_registers" => "việc chờ ghi vào sổ",
            "messages" => "thư đến",
            "taken_in" => "thư đã tiếp nhận",
            "for_a_person" => "thư chờ xem",
            "bounced" => "thư không đến được",
            "seen_before" => "thư đã xử lý trước đó",
            "letters_sent_again" => "thư gửi đến địa chỉ mới",
            _ => count,
        }];
    }
}
