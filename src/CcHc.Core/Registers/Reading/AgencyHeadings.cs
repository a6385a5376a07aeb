using System.Text.RegularExpressions;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Reading;

/// <summary>A table without a lead column whose every heading is an agency: each leads the tasks below it (nhiệm vụ của từng cơ quan).</summary>
internal static partial class AgencyHeadings
{
    public static bool Divide(TableLayout layout, IReadOnlyList<TableRow> rows)
    {
        var lastTask = rows.LastOrDefault(row => row.HasOwnDetails)?.Source.Number ?? 0;
        var headings = rows.Where(row => row.Source.Number < lastTask && !row.HasOwnDetails && row.OnlyText is not null).Select(row => row.OnlyText!.Value.Text)
            .ToList();
        return !layout.Has(RegisterField.Lead) && headings.Count > 1 && headings.TrueForAll(heading => LeadIn(TaskNumber.Cut(heading).Text).Length > 0);
    }

    /// <summary>The agency of "Sở Nội vụ (05 nhiệm vụ)"; empty when the heading is no agency's name.</summary>
    public static string LeadIn(string heading)
    {
        var folded = FoldedText.Of(heading);
        return Name().Match(folded.Value) is { Success: true } match ? folded.Slice(0, match.Groups["name"].Length).Trim() : "";
    }

    [GeneratedRegex(@"^(?<name>(?:so (?!luong|hoa|lieu|tay|do)|ubnd |uy ban nhan dan |van phong (?:ubnd|uy ban|hdnd|so|bo|doan)|thanh tra (?:tinh|so|bo|thanh pho)|cong an |ban (?:quan ly|dan toc|ton giao)"
        + @"|bo chi huy |phong |trung tam |cuc |chi cuc |bao hiem xa hoi|kho bac|dai phat thanh|vu |cac (?:so|xa|phuong|huyen)\b)[^;:.(]{1,80}?)(?: ?[:(\-–] ?[0-9]+ [^;:]*)?$")]
    private static partial Regex Name();
}
