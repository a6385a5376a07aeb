using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Agencies;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Letters;

/// <summary>Every delivery, those somebody must look at first (thư), and the stop on all of them.</summary>
public sealed class LettersModel(OutboxStore outbox, LetterHold hold, OfficeSnapshotCache office) : PageModel
{
    public LetterQuery Query { get; private set; } = new();

    public PagedList<DeliverySummary> Found { get; private set; } = null!;

    public Pager Pager => Pager.Of(Found, "/Letters/Index", Query.ToAddress());

    public IReadOnlyDictionary<DeliveryState, int> Counts { get; private set; } = new Dictionary<DeliveryState, int>();

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public HeldSince? Held { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Query = LetterQuery.Read(Request.Query);
        var filter = Query.ToFilter();
        Found = await PagedList<DeliverySummary>.ReadAsync(
            await outbox.CountAsync(filter, cancellationToken), Query.Page, LetterQuery.PageSize,
            (skip, limit) => outbox.SearchAsync(filter, skip, limit, cancellationToken));
        Counts = await outbox.CountAsync(cancellationToken);
        Agencies = (await office.NowAsync(cancellationToken)).Board.Agencies;
        Held = await hold.ReadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostHoldAllAsync(string? reason, CancellationToken cancellationToken)
    {
        if (this.HasReason(reason, out var why))
        {
            await hold.BeginAsync($"{User.SignatureOf()}: {why}", cancellationToken);
            this.SetStatusMessage("Mọi thư đang được giữ lại.");
        }

        return RedirectToPage("/Letters/Index");
    }

    [ActionBy(UserRole.Admin)]
    public async Task<IActionResult> OnPostReleaseAllAsync(string? reason, CancellationToken cancellationToken)
    {
        if (this.HasReason(reason, out _))
        {
            this.SetStatusMessage(await hold.EndAsync(cancellationToken) ? "Thư lại được gửi từ lần gửi tới." : "Thư không bị giữ.");
        }

        return RedirectToPage("/Letters/Index");
    }
}
