using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.Wording;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>The sheet of what changed since the closed version (khác biệt).</summary>
internal static class DifferenceTable
{
    private const int LongestText = 500;

    public static TableSheet<PeriodDifference> Of(IReadOnlyList<PeriodDifference> differences, string note) => new(
        PeriodSheets.Differences,
        "KHÁC BIỆT SO VỚI BẢN ĐÃ CHỐT",
        note,
        [
            new("Nội dung", 70, difference => difference.Label),
            new("Bản đã chốt", 45, difference => Shown(difference.Before)),
            new("Bản này", 45, difference => Shown(difference.Now)),
        ],
        [new(null, differences)])
    {
        Hint = "Ô trống: bản đó không có nội dung này.",
        WhenEmpty = "Không có khác biệt.",
    };

    private static string Shown(string text) => Vietnamese.Shortened(text, LongestText);
}
