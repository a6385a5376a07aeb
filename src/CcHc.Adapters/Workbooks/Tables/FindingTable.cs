using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>The sheet of findings in a report's workbook (trang cảnh báo).</summary>
internal static class FindingTable
{
    public static TableSheet<Finding> Of(IReadOnlyList<Finding> findings, string title, string note, SourceLinks links) => new(
        "Cảnh báo",
        title,
        note,
        [
            FindingColumns.Severity, FindingColumns.File, FindingColumns.Sheet, FindingColumns.Cell(links), FindingColumns.Message("Nội dung"),
            FindingColumns.Remedy("Cách sửa"),
        ],
        [new(null, findings)])
    {
        Tone = finding => StatusText.ToneOf(finding.Severity),
        WhenEmpty = "Không có cảnh báo.",
    };
}
