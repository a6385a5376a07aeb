using CcHc.Core.Findings;

namespace CcHc.Core.Registers;

/// <summary>Findings about one sheet, in the order they were met; what holds for many cells is said once.</summary>
internal sealed class FindingList(string file, string sheet)
{
    private const int MostOfOneCode = 10;

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => ManyFindings.Once(_findings, MostOfOneCode);

    public void Add(Remark remark, string? cell = null) => _findings.Add(remark.At(file, sheet, cell));
}
