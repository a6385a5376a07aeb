using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Reports;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>The periods whose forms went out (kỳ báo cáo) and how many reports of each are in.</summary>
public sealed class PeriodsModel(ReportPeriods periods, SubmittedFiles submissions, OfficeSnapshotCache office, JobsFile settings) : PageModel
{
    public IReadOnlyList<PeriodView> Periods { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>Files nobody could tell the period of.</summary>
    public int Lost { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = await office.NowAsync(cancellationToken);
        var received = (await submissions.GlanceAsync(cancellationToken: cancellationToken)).ToLookup(report => report.PeriodCode, StringComparer.Ordinal);
        var forms = (await periods.GlanceFormsAsync(cancellationToken)).ToLookup(form => form.Form.PeriodCode, StringComparer.Ordinal);
        Today = now.Today;
        Periods =
        [
            .. (await periods.ListAsync(cancellationToken)).Select(
                stored => PeriodView.Of(stored, settings.Regime, forms[stored.Period], [.. received[stored.Period]], now))
                .OrderByDescending(period => period.Due ?? period.Stored.IssuedOn).ThenBy(period => period.Code, StringComparer.Ordinal),
        ];
        Lost = received[""].Count();
    }
}
