using CcHc.Core.Findings;

namespace CcHc.Core.Tests.Findings;

public class FindingAggregatorTest
{
    [Fact]
    public void Once_LeavesAFewAsTheyAre()
    {
        var few = Findings("a", 3);
        Assert.Equal(few, FindingAggregator.Collapse(few, 3));
    }

    [Fact]
    public void Once_SaysOnceWhatHoldsForMany_AndNamesTheOthers()
    {
        var told = FindingAggregator.Collapse([.. Findings("a", 30), .. Findings("b", 2)], 10);
        Assert.Equal(["a", "b", "b"], told.Select(finding => finding.Code));
        Assert.StartsWith("Sai. Còn 29 ô khác cũng vậy: A2, A3, ", told[0].Message, StringComparison.Ordinal);
        Assert.EndsWith("A21, ….", told[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_TellsSheetsApart() =>
        Assert.Equal(2, FindingAggregator.Collapse([.. Findings("a", 20), .. Findings("a", 20).Select(finding => finding with { Sheet = "T" })], 10).Count);

    private static List<Finding> Findings(string code, int count) =>
        [.. Enumerable.Range(1, count).Select(row => new Finding(Severity.Warning, code, "so.xlsx", "S", $"A{row}", "Sai.", "Sửa."))];
}
