using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;

namespace CcHc.Core.Reports;

/// <summary>Puts together the workbook for Sở Nội vụ (bảng tổng hợp) as values.</summary>
public static class ReportAssembler
{
    /// <summary>
    /// Every obligation is one detail line and is counted once for its agency, once for its area; agencies and areas that owe nothing have no line.
    /// </summary>
    /// <param name="obligations">As assessed on <paramref name="asOf"/>, in any order.</param>
    /// <param name="directory">Gives the order of the agencies.</param>
    public static ConsolidatedReport Assemble(
        string provinceName,
        IReadOnlyList<AssessedObligation> obligations,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<SourceFile> sources,
        IReadOnlyList<Agency> directory,
        DateOnly asOf)
    {
        var order = new ReportOrder(directory, obligations);
        var totals = new StandingTally();
        var agencies = new Dictionary<string, (Agency Agency, StandingTally Tally)>(StringComparer.Ordinal);
        var areas = new SortedDictionary<TaskArea, StandingTally>();
        foreach (var (obligation, standing) in obligations)
        {
            totals.Add(standing);
            if (!agencies.TryGetValue(obligation.Agency.Code, out var line))
            {
                agencies.Add(obligation.Agency.Code, line = (obligation.Agency, new StandingTally()));
            }

            line.Tally.Add(standing);
            if (!areas.TryGetValue(obligation.Task.Area, out var area))
            {
                areas.Add(obligation.Task.Area, area = new StandingTally());
            }

            area.Add(standing);
        }

        return new ConsolidatedReport(
            provinceName,
            asOf,
            totals.ToCounts(),
            ByAgency: [.. agencies.Values.OrderBy(line => order.AgencyRank(line.Agency.Code)).Select(line => Line(line.Agency, line.Tally))],
            ByArea: [.. areas.Select(area => new SummaryLine(area.Key.Code(), area.Key.DisplayName(), area.Value.ToCounts()))],
            Details: order.ByArea(obligations),
            Overdue: OverdueBands.Split(obligations, order),
            FindingOrder.Sort(findings),
            [.. sources.OrderBy(source => source.File, VietnameseOrder.Comparer)]);
    }

    private static SummaryLine Line(Agency agency, StandingTally tally) => new(agency.Code, agency.Name, tally.ToCounts());
}
