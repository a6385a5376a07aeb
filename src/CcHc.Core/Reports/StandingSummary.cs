using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;

namespace CcHc.Core.Reports;

/// <summary>Obligations counted by standing (tổng hợp tình trạng): all of them, by agency, by area.</summary>
/// <param name="ByAgency">In the report's order of agencies, without those that owe nothing.</param>
/// <param name="ByArea">In the order plans list the areas, without empty ones.</param>
public sealed record StandingSummary(StandingCounts Totals, IReadOnlyList<SummaryLine> ByAgency, IReadOnlyList<SummaryLine> ByArea)
{
    /// <summary>Every obligation is counted once in all, once for its agency, once for its area.</summary>
    internal static StandingSummary Of(IReadOnlyList<AssessedObligation> obligations, ReportOrder order)
    {
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

        return new StandingSummary(
            totals.ToCounts(),
            [.. agencies.Values.OrderBy(line => order.AgencyRank(line.Agency.Code)).Select(line => new SummaryLine(line.Agency.Code, line.Agency.Name, line.Tally.ToCounts()))],
            [.. areas.Select(area => new SummaryLine(area.Key.Code(), area.Key.DisplayName(), area.Value.ToCounts()))]);
    }
}
