using System.Globalization;
using CcHc.Core.Findings;

namespace CcHc.Core.StatusReport;

/// <summary>The order findings are listed in (thứ tự cảnh báo): errors first, then by file, sheet, row and column.</summary>
public static class FindingOrder
{
    public static IReadOnlyList<Finding> Sort(IEnumerable<Finding> findings) =>
    [
        .. findings
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.File, VietnameseOrder.Comparer)
            .ThenBy(finding => finding.Sheet ?? "", VietnameseOrder.Comparer)
            .ThenBy(finding => RowOf(finding.Cell))
            .ThenBy(finding => finding.Cell?.Length ?? 0)
            .ThenBy(finding => finding.Cell, StringComparer.Ordinal)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];

    private static int RowOf(string? cell) =>
        int.TryParse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
}
