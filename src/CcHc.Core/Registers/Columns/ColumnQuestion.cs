using CcHc.Core.Findings;

namespace CcHc.Core.Registers.Columns;

/// <summary>What the office is asked about a column (câu hỏi về cột), once for each layout.</summary>
/// <param name="Column">The column the answer is about when it names none.</param>
internal sealed record ColumnQuestion(FindingTemplate Finding, int Column, string Code);
