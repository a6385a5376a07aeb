using CcHc.Core.Findings;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>What came of reading one workbook: its content, or the one reason it was refused (từ chối đọc).</summary>
/// <param name="Refusal">Null exactly when there is content.</param>
/// <param name="Findings">What else should be known of the file: macros, outside links, embedded objects. Without the refusal.</param>
/// <param name="IsTemporary">The refusal may pass by itself (locked, missing, still being written): keep the last reading and try again.</param>
public sealed record WorkbookReadResult(WorkbookContent? Content, Finding? Refusal, IReadOnlyList<Finding> Findings, bool IsTemporary)
{
    internal static WorkbookReadResult Read(WorkbookContent content, IReadOnlyList<Finding> findings) => new(content, null, findings, false);

    internal static WorkbookReadResult Refused(FindingTemplate reason, string path, bool isTemporary = false) =>
        new(null, reason.At(path, null, null), [], isTemporary);
}
