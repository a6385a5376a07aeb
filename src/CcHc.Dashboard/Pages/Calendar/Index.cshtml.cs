using CcHc.Dashboard.Pages.Tasks;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Calendar;

/// <summary>A month's due days (lịch).</summary>
public sealed class CalendarModel(OfficeSnapshotCache office) : PageModel
{
    [FromQuery(Name = "thang")]
    public string? Month { get; set; }

    [FromQuery(Name = "co-quan")]
    public string? Agency { get; set; }

    public MonthPlan Plan { get; private set; } = null!;

    public OfficeStatus Office { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Office = await office.NowAsync(cancellationToken);
        Plan = MonthPlan.Of(Month, Office, Agency ?? "");
    }

    public Dictionary<string, string> To(string month) =>
        string.IsNullOrEmpty(Agency) ? new() { ["thang"] = month } : new() { ["thang"] = month, ["co-quan"] = Agency };

    public Dictionary<string, string> DayList(DateOnly day) => new TaskFilter { From = day, To = day, Agency = Agency ?? "" }.ToAddress();
}
