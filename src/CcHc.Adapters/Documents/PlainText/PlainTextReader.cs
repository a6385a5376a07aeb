using CcHc.Core.Plans;

namespace CcHc.Adapters.Documents.PlainText;

internal static class PlainTextReader
{
    public static IReadOnlyList<PlanBlock> Read(byte[] bytes, DocumentBudget budget) => throw new DocumentRefusedException(DocumentRemarks.NotAPlan);
}
