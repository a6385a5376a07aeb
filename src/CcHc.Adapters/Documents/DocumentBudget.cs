using System.Diagnostics;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Documents;

/// <summary>How much of a document is read before it is refused as abnormal (hạn mức). What the file says of itself is not trusted.</summary>
internal sealed class DocumentBudget
{
    /// <summary>The longest plans seen have some 100 pages and under 1 MB; pictures may swell one.</summary>
    public const int MostBytes = 64 << 20;

    public const int MostPages = 2_000;

    private const int MostBlocks = 200_000;
    private const int MostRows = 50_000;
    private const long MostCharacters = 10_000_000;

    public static TimeSpan MostTime { get; } = TimeSpan.FromSeconds(25);

    private static readonly WorkbookLimits Parts = new()
    {
        MaxFileBytes = MostBytes,
        MaxEntries = 2_000,
        MaxEntryBytes = 32L << 20,
        MaxTotalBytes = 64L << 20,
        MaxRatio = 100,
        RatioFreeBytes = 8L << 20,
    };

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly WorkbookBudget _parts = new(Parts);
    private int _blocks;
    private int _rows;
    private long _characters;

    public Package Package(byte[] bytes)
    {
        Refuse(!ZipDirectory.HasAtMost(bytes, Parts.MaxEntries), "quá nhiều thành phần bên trong");
        return new Package(new MemoryStream(bytes, writable: false), _parts);
    }

    public void CountBlock() => Refuse(++_blocks > MostBlocks, "quá nhiều đoạn");

    public void CountRow()
    {
        Refuse(++_rows > MostRows, "bảng có quá nhiều dòng");
        Pass();
    }

    public void CountText(int length) => Refuse((_characters += length) > MostCharacters, "quá nhiều chữ");

    /// <summary>Called often, so that no file can hold the run up.</summary>
    public void Pass()
    {
        if (Stopwatch.GetElapsedTime(_started) > MostTime)
        {
            throw new DocumentRefusedException(DocumentFindings.TooSlow);
        }
    }

    public static void Refuse(bool isOverLimit, string what)
    {
        if (isOverLimit)
        {
            throw new DocumentRefusedException(DocumentFindings.Swollen(what));
        }
    }
}

/// <summary>Carries a refusal (từ chối đọc) out of nested readers; <see cref="PlanDocumentReader"/> turns it into a finding, no caller sees it.</summary>
internal sealed class DocumentRefusedException(FindingTemplate reason) : Exception(reason.Message)
{
    public FindingTemplate Reason { get; } = reason;
}
