using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Preview;

/// <summary>The letters of a day before they go (xem trước), and what other rules would change.</summary>
public sealed class PreviewModel(Previewer previewer, OfficeSnapshotCache office, JobsFile settings) : PageModel
{
    public const int ChangesShown = 200;
    public const int LinesShown = 30;
    private const int PageSize = 25;

    public DateOnly Today { get; private set; }

    public DateOnly LastDay => Today.AddDays(Previewer.MostDaysAhead);

    public TrialRules Trial { get; private set; } = TrialRules.None;

    /// <summary>What the form shows: the policy in force with what is tried out.</summary>
    public ReminderPolicy Policy { get; private set; } = settings.Reminders;

    public PreviewedDay InForce { get; private set; } = null!;

    /// <summary>Under the rules tried out; the same as in force when none are.</summary>
    public PreviewedDay Shown { get; private set; } = null!;

    public PagedList<ReminderLetter> Found { get; private set; } = null!;

    public Pager Pager => Pager.Of(Found, "/Preview/Index", Trial.ToAddress(Shown.Day));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = await office.NowAsync(cancellationToken);
        Today = now.Today;
        var day = Request.Query.Day("ngay") is { } asked && asked >= Today && asked <= LastDay ? asked : Previewer.DayShownFirst(now);
        Trial = TrialRules.Read(Request.Query, settings.Reminders);
        Policy = Trial.ApplyTo(settings.Reminders);
        InForce = await previewer.DayAsync(day, TrialRules.None, cancellationToken);
        Shown = Trial.IsAsked ? await previewer.DayAsync(day, Trial, cancellationToken) : InForce;
        Found = PagedList<ReminderLetter>.PageOf(Shown.Letters, Request.Query.Page(), PageSize);
    }

    public Dictionary<string, string> AddressOf(ReminderLetter letter)
    {
        var address = Trial.ToAddress(Shown.Day);
        address.Add("co-quan", letter.Agency.Code);
        if (letter.IsEscalation)
        {
            address.Add("don-doc", "1");
        }

        return address;
    }
}
