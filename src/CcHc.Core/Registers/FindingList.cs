using System.Globalization;
using CcHc.Core.Findings;

namespace CcHc.Core.Registers;

/// <summary>Findings about one sheet, in the order they were met; what holds for many cells is said once.</summary>
internal sealed class FindingList(string file, string sheet)
{
    private const int MostOfOneCode = 10;
    private const int CellsNamed = 20;

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All
    {
        get
        {
            var byCode = _findings.ToLookup(finding => finding.Code, StringComparer.Ordinal);
            return [.. _findings.Where(finding => !IsMany(byCode[finding.Code]) || finding == byCode[finding.Code].First())
                .Select(finding => IsMany(byCode[finding.Code]) ? Once([.. byCode[finding.Code]]) : finding)];
        }
    }

    public void Add(Remark remark, string? cell = null) => _findings.Add(remark.At(file, sheet, cell));

    private static bool IsMany(IEnumerable<Finding> ofOneCode) => ofOneCode.Skip(MostOfOneCode).Any();

    private static Finding Once(List<Finding> findings)
    {
        var others = findings.Skip(1).Select(finding => finding.Cell).OfType<string>().ToList();
        var named = string.Join(", ", others.Take(CellsNamed)) + (others.Count > CellsNamed ? ", …" : "");
        return findings[0] with { Message = string.Create(CultureInfo.InvariantCulture, $"{findings[0].Message} Còn {others.Count} ô khác cũng vậy: {named}.") };
    }
}
