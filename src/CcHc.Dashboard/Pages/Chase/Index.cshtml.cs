using CcHc.Adapters.Storage.Users;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using CcHc.Office.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Chase;

/// <summary>One more letter now to agencies a person chooses (đôn đốc ngay): each is shown before it goes, and recorded with who and why.</summary>
public sealed class ChaseModel(OfficeSnapshotCache office, ChaseSelector selector, ChaseQueue queue, MailGate gate) : PageModel
{
    private const int PageSize = 20;

    public ChaseRequest Asked { get; private set; } = null!;

    /// <summary>Agencies that owe something and can be written to.</summary>
    public IReadOnlyList<(string Code, string Name)> Agencies { get; private set; } = [];

    public int LetterCount { get; private set; }

    /// <summary>Those of this page.</summary>
    public IReadOnlyList<ReminderLetter> Letters { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public MailGateState Gate { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = await office.NowAsync(cancellationToken);
        Asked = ChaseRequest.Read(Request.Query);
        var owing = now.Summary.ByAgency.Select(line => line.Code).ToHashSet(StringComparer.Ordinal);
        Agencies = [.. now.Board.Agencies.Where(agency => owing.Contains(agency.Code) && agency.Emails.Count > 0).Select(agency => (agency.Code, agency.Name))];
        var shown = PagedList<string>.PageOf([.. ChaseSelector.Recipients(now, Asked).Select(agency => agency.Code)], Request.Query.Page(), PageSize);
        LetterCount = shown.Total;
        Letters = selector.Letters(now, Asked, shown.Rows);
        Pager = Pager.Of(shown, "/Chase/Index", Asked.ToAddress());
        Gate = await gate.StateAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken cancellationToken)
    {
        Asked = ChaseRequest.Read(Request.Query);
        if (this.HasReason(reason, out var why))
        {
            var now = await office.NowAsync(cancellationToken);
            Tell(await queue.PutAsync(selector.Letters(now, Asked), ChaseSelector.RowsOf(now), User.SignatureOf(), why, cancellationToken));
        }

        return RedirectToPage("/Chase/Index", Asked.ToAddress());
    }

    private void Tell(ChaseOutcome outcome)
    {
        if (outcome.Gate != MailGateState.Open)
        {
            this.TellTrouble(outcome.Gate == MailGateState.Held ? "Chưa gửi: mọi thư đang được giữ." : "Chưa gửi: hệ thống đang ở chế độ xem trước.");
        }
        else if (outcome.Queued == 0)
        {
            this.TellTrouble("Chưa gửi: các cơ quan này đã có thư đôn đốc hôm nay.");
        }
        else
        {
            this.SetStatusMessage(outcome.AlreadyChased.Count == 0
                ? "Đã đưa thư đôn đốc vào hàng chờ gửi." : "Đã đưa thư đôn đốc vào hàng chờ gửi; cơ quan đã có thư đôn đốc hôm nay thì không gửi lại.");
        }
    }
}
