using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;

namespace CcHc.Core.StatusReport;

/// <summary>Puts together the workbook for Sở Nội vụ (bảng tổng hợp) as values.</summary>
public static class StatusReportAssembler
{
    /// <summary>
    /// Every obligation is one detail line and is counted once for its agency, once for its area; agencies and areas that owe nothing have no line.
    /// </summary>
    /// <param name="obligations">As assessed on <paramref name="asOf"/>, in any order.</param>
    /// <param name="directory">Gives the order of the agencies.</param>
    public static DailyStatusReport Assemble(
        string provinceName,
        IReadOnlyList<AssessedObligation> obligations,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<SourceFile> sources,
        IReadOnlyList<Agency> directory,
        DateOnly asOf)
    {
        var order = new ReportOrder(directory, obligations);
        var (totals, byAgency, byArea) = StatusSummary.Of(obligations, order);
        return new DailyStatusReport(
            provinceName,
            asOf,
            totals,
            byAgency,
            byArea,
            Details: order.ByArea(obligations),
            Overdue: OverdueBands.Split(obligations, order),
            FindingOrder.Sort(findings),
            ReportOrder.Sort(sources))
        {
            Unconfirmed =
                order.WorstFirst(obligations.Where(one => one.Standing.Kind == StatusKind.Overdue && !one.IsCertain && !one.Obligation.Agency.IsUnresolved)),
        };
    }
}
