using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Text;

namespace CcHc.Core.StatusReport;

/// <summary>Obligations counted by standing (tổng hợp tình trạng): all of them, by agency, by area.</summary>
/// <param name="ByAgency">In the report's order of agencies, without those that owe nothing.</param>
/// <param name="ByArea">In the order plans list the areas, without empty ones.</param>
public sealed record StatusSummary(StatusCounts Totals, IReadOnlyList<SummaryLine> ByAgency, IReadOnlyList<SummaryLine> ByArea)
{
    /// <summary>Every obligation is counted once in all, once for its agency, once for its area.</summary>
    internal static StatusSummary Of(IReadOnlyList<AssessedObligation> obligations, ReportOrder order)
    {
        var totals = new StatusTally();
        var agencies = new Dictionary<(string Code, string Words), (Agency Agency, StatusTally Tally)>();
        var areas = new SortedDictionary<TaskArea, StatusTally>();
        foreach (var (obligation, standing) in obligations)
        {
            totals.Add(standing);
            var key = KeyOf(obligation.Agency);
            if (!agencies.TryGetValue(key, out var line))
            {
                agencies.Add(key, line = (obligation.Agency, new StatusTally()));
            }

            line.Tally.Add(standing);
            if (!areas.TryGetValue(obligation.Task.Area, out var area))
            {
                areas.Add(obligation.Task.Area, area = new StatusTally());
            }

            area.Add(standing);
        }

        return new StatusSummary(
            totals.ToCounts(),
            [.. agencies.Values.OrderBy(line => order.AgencyRank(line.Agency.Code)).ThenBy(line => line.Agency.Name, VietnameseOrder.Comparer)
                .Select(line => new SummaryLine(line.Agency.Code, NameOf(line.Agency), line.Tally.ToCounts()))],
            [.. areas.Select(area => new SummaryLine(area.Key.Code(), area.Key.DisplayName(), area.Value.ToCounts()))]);
    }

    /// <summary>Leads nobody could resolve stay apart: each under the register's own words, none under another's name.</summary>
    private static (string Code, string Words) KeyOf(Agency agency) => (agency.Code, agency.IsUnresolved ? NameOf(agency) : "");

    private static string NameOf(Agency agency) => !agency.IsUnresolved ? agency.Name
        : string.IsNullOrWhiteSpace(agency.Name) ? "(sổ không ghi cơ quan chủ trì)" : $"{VietnameseText.OneLine(agency.Name)} (chưa có trong danh bạ)";
}
