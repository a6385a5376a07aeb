using CcHc.Core.PeriodReports.Consolidation;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>What a version says, as it is remembered (dữ kiện đã nén): a country's two million are packed before anything is locked for them.</summary>
public sealed class PackedFacts
{
    private PackedFacts(byte[] bytes) => Bytes = bytes;

    internal byte[] Bytes { get; }

    public static PackedFacts Of(PeriodFacts facts) => new(StoredJson.Compress(facts));
}
