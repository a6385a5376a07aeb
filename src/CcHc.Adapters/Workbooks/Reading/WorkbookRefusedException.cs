using CcHc.Core.Findings;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>
/// Carries a refusal (từ chối đọc) out of nested streams and XML readers; <see cref="WorkbookReader"/> turns it into a finding, no caller sees it.
/// </summary>
internal sealed class WorkbookRefusedException(FindingTemplate reason) : Exception(reason.Message)
{
    public FindingTemplate Reason { get; } = reason;
}
