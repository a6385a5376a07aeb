using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Agencies;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Pages.Periods;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Agencies;

/// <summary>One agency's line.</summary>
public sealed record AgencyLine(Agency Agency, StatusCounts Counts, ReportCounts Reports);

/// <summary>Every agency of the directory and how it stands (cơ quan).</summary>
public sealed class AgenciesModel(OfficeSnapshotCache office, SubmissionTimes owed, JobsFile settings) : PageModel
{
    /// <summary>A province has fewer; a country's list would take a browser seconds.</summary>
    private const int AgenciesOnPage = 200;

    [FromQuery(Name = "trang")]
    public string? Number { get; set; }

    public OfficeStatus Office { get; private set; } = null!;

    /// <summary>The part of <see cref="Found"/> on this page, in its order.</summary>
    public IReadOnlyList<AgencyLine> Lines { get; private set; } = [];

    public PagedList<Agency> Found { get; private set; } = null!;

    public Pager Pager => Pager.Of(Found, "/Agencies/Index", new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Of obligations whose agency nobody could tell.</summary>
    public int WithoutAgency { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Office = await office.NowAsync(cancellationToken);
        var reports = ReportRecord.Of(await owed.ListAsync(cancellationToken: cancellationToken), settings.Regime, Office)
            .ToLookup(report => report.Owed.AgencyCode, StringComparer.Ordinal);
        Found = PagedList<Agency>.PageOf(Office.Board.Agencies, Pager.NumberOf(Number), AgenciesOnPage);
        Lines = [.. Found.Rows.Select(agency => new AgencyLine(agency, Office.Summary.OfAgency(agency.Code), ReportCounts.Of(reports[agency.Code])))];
        WithoutAgency = Office.Summary.OfAgency("").Total;
    }
}
