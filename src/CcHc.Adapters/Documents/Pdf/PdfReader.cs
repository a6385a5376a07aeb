using CcHc.Core.Plans;

namespace CcHc.Adapters.Documents.Pdf;

internal static class PdfReader
{
    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    public static IReadOnlyList<PlanBlock> Read(byte[] bytes, DocumentBudget budget) => throw new DocumentRefusedException(DocumentRemarks.Scanned);
}
