using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Agencies;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Pages.Periods;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Agencies;

/// <summary>One agency's line.</summary>
public sealed record AgencyLine(Agency Agency, StatusCounts Counts, ReportCounts Reports);

/// <summary>Every agency of the directory and how it stands (cơ quan).</summary>
public sealed class AgenciesModel(OfficeSnapshotCache office, SubmissionTimes owed, JobsFile settings) : PageModel
{
    public OfficeStatus Office { get; private set; } = null!;

    public IReadOnlyList<AgencyLine> Lines { get; private set; } = [];

    /// <summary>Of obligations whose agency nobody could tell.</summary>
    public int WithoutAgency { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Office = await office.NowAsync(cancellationToken);
        var reports = ReportRecord.Of(await owed.ListAsync(cancellationToken), settings.Regime, Office)
            .ToLookup(report => report.Owed.AgencyCode, StringComparer.Ordinal);
        Lines =
            [.. Office.Board.Agencies.Select(agency => new AgencyLine(agency, Office.Summary.OfAgency(agency.Code), ReportCounts.Of(reports[agency.Code])))];
        WithoutAgency = Office.Summary.OfAgency("").Total;
    }
}
