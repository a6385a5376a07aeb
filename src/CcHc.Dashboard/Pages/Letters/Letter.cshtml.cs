using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Letters;

/// <summary>A reminder of a letter, with the task it was about as the registers have it now.</summary>
/// <param name="TaskId">Empty when no register has the task any more.</param>
public sealed record CarriedReminder(ReminderKey Key, string TaskId, string TaskText);

/// <summary>One letter to one address (một thư): what it says, what became of it, and what a person may do about it.</summary>
public sealed class LetterModel(OutboxStore outbox, OfficeSnapshotCache office) : PageModel
{
    public DeliveryDetail Detail { get; private set; } = null!;

    public OfficeStatus Office { get; private set; } = null!;

    public DeliverySummary Letter => Detail.Summary;

    public IReadOnlyList<CarriedReminder> Reminders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(id, cancellationToken) is not { } detail)
        {
            return NotFound();
        }

        Detail = detail;
        Office = await office.NowAsync(cancellationToken);
        var wanted = detail.Reminders.Select(reminder => reminder.TaskKey).ToHashSet(StringComparer.Ordinal);
        var tasks = Office.Board.Tasks.Where(task => wanted.Contains(task.Key)).DistinctBy(task => task.Key)
            .ToDictionary(task => task.Key, StringComparer.Ordinal);
        Reminders =
        [
            .. detail.Reminders.Select(key => tasks.TryGetValue(key.TaskKey, out var task)
                ? new CarriedReminder(key, TaskId.Of(task), task.Text)
                : new CarriedReminder(key, "", "")),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostResendAsync(long id, CancellationToken cancellationToken)
    {
        if (await outbox.QueueAgainAsync(id, cancellationToken))
        {
            this.SetStatusMessage("Thư được xếp hàng gửi lại.");
        }
        else
        {
            this.TellTrouble("Không gửi lại: thư đã ở tình trạng khác, hoặc nội dung thư cũ đã được dọn.");
        }

        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostHoldAsync(long id, string? reason, CancellationToken cancellationToken)
    {
        if (!this.HasReason(reason, out var why))
        {
            return RedirectToPage(new { id });
        }

        if (await outbox.HoldAsync(id, $"Held by {User.SignatureOf()}: {why}", cancellationToken))
        {
            this.SetStatusMessage("Thư được giữ lại.");
        }
        else
        {
            this.TellTrouble("Không giữ được: thư đang được gửi hoặc không còn chờ.");
        }

        return RedirectToPage(new { id });
    }
}
