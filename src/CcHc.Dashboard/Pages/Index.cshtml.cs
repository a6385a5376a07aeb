using System.Globalization;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>What the last runs did (tổng quan): read from the database, nothing is driven from here.</summary>
public sealed class IndexModel(RunLog log, Outbox outbox) : PageModel
{
    private static readonly TimeSpan OfficeOffset = TimeSpan.FromHours(7);

    public IReadOnlyList<LoggedRun> Runs { get; private set; } = [];

    public IReadOnlyDictionary<DeliveryState, int> Mail { get; private set; } = new Dictionary<DeliveryState, int>();

    public IReadOnlyList<DeliverySummary> Letters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Runs = await log.RecentAsync(limit: 20, cancellationToken: cancellationToken);
        Mail = await outbox.CountAsync(cancellationToken);
        Letters = await outbox.ListAsync(limit: 50, cancellationToken: cancellationToken);
    }

    public static string Name(LoggedRun run) => run.Outcome?.Result switch
    {
        null => "đang chạy",
        JobResult.Done => "xong",
        JobResult.DoneWithFindings => "xong, có cảnh báo",
        JobResult.Partly => "xong một phần",
        _ => "không chạy được",
    };

    public static string Name(DeliveryState state) => state switch
    {
        DeliveryState.Queued => "chờ gửi",
        DeliveryState.Sending => "đang gửi",
        DeliveryState.Sent => "đã gửi",
        DeliveryState.TryLater => "sẽ gửi lại",
        DeliveryState.Refused => "bị từ chối",
        DeliveryState.Unknown => "chưa rõ đã đến chưa",
        _ => "tạm giữ",
    };

    /// <summary>The label of a count, or null for one the officer need not see.</summary>
    public static string? Label(string count) => count switch
    {
        "registers" => "sổ đã đọc",
        "tasks" => "nhiệm vụ",
        "reminders" => "lời nhắc",
        "letters_queued" => "thư đã lập",
        "letters_left_for_tomorrow" => "thư để ngày làm việc sau",
        "mails_sent" => "thư đã gửi",
        "mails_try_later" => "thư sẽ gửi lại",
        "mails_refused" => "thư bị từ chối",
        "mails_unknown" => "thư chưa rõ đã đến chưa",
        "findings" => "cảnh báo",
        "overdue" => "việc quá hạn",
        "rows" => "dòng chi tiết",
        _ => null,
    };

    public static string At(DateTimeOffset instant) => instant.ToOffset(OfficeOffset).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
