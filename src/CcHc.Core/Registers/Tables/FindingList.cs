using CcHc.Core.Findings;

namespace CcHc.Core.Registers.Tables;

/// <summary>Findings about one sheet, in the order they were met; what holds for many cells is said once.</summary>
internal sealed class FindingList(string file, string sheet)
{
    private const int MostOfOneCode = 10;

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => FindingAggregator.Collapse(_findings, MostOfOneCode);

    /// <param name="answerCode">Where the code it is answered by is known already.</param>
    public void Add(FindingTemplate finding, string? cell = null, string answerCode = "") =>
        _findings.Add(finding.At(file, sheet, cell) with { AnswerCode = answerCode });
}
