using CcHc.Core.Findings;

namespace CcHc.Core.Registers;

/// <summary>Findings about one sheet, in the order they were met.</summary>
internal sealed class FindingList(string file, string sheet)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => _findings;

    public void Add(Remark remark, string? cell = null) => _findings.Add(remark.At(file, sheet, cell));
}
