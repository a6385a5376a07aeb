using System.Globalization;
using CcHc.Core.Text;

namespace CcHc.Core.Findings;

/// <summary>Says once what holds for many cells (gộp cảnh báo).</summary>
public static class FindingAggregator
{
    /// <summary>In their order; more than so many of one code on one sheet become the first of them, which then names the others.</summary>
    public static IReadOnlyList<Finding> Collapse(IReadOnlyList<Finding> findings, int mostOfOneCode)
    {
        if (findings.Count <= mostOfOneCode)
        {
            return findings;
        }

        var groups = findings.GroupBy(finding => (finding.File, finding.Sheet, finding.Code)).ToDictionary(group => group.Key, group => group.ToList());
        var told = new List<Finding>();
        foreach (var finding in findings)
        {
            var group = groups[(finding.File, finding.Sheet, finding.Code)];
            if (group.Count <= mostOfOneCode)
            {
                told.Add(finding);
            }
            else if (ReferenceEquals(finding, group[0]))
            {
                told.Add(OfAll(group));
            }
        }

        return told;
    }

    private static Finding OfAll(List<Finding> findings)
    {
        var others = findings.Skip(1).Select(finding => finding.Cell).OfType<string>().ToList();
        return findings[0] with { Message =
            string.Create(CultureInfo.InvariantCulture, $"{findings[0].Message} Còn {others.Count} ô khác cũng vậy: {NameList.Of(others)}.") };
    }
}
