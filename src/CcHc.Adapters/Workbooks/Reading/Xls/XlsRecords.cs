using System.Buffers.Binary;

namespace CcHc.Adapters.Workbooks.Reading.Xls;

/// <summary>One record (bản ghi) of an .xls workbook stream, clipped where the stream ends.</summary>
internal readonly record struct XlsRecord(int Kind, ReadOnlyMemory<byte> Content)
{
    public const int Font = 0x31;
    public const int CellFormat = 0xE0;
    public const int BoundSheet = 0x85;
    public const int Password = 0x2F;
    public const int SharedTexts = 0xFC;
    public const int Continue = 0x3C;
    public const int SharedTextCell = 0xFD;
    public const int TextCell = 0x204;
    public const int FormulaCell = 0x06;
    public const int FormulaText = 0x207;
    public const int ValueOrErrorCell = 0x205;
    public const int MergedCells = 0xE5;
    public const int Object = 0x5D;
    public const int ObjectText = 0x1B6;
    public const int Note = 0x1C;
    public const int Beginning = 0x809;
    public const int End = 0x0A;

    /// <summary>A number of two bytes; -1 behind the end.</summary>
    public int Word(int at) => at + 2 <= Content.Length ? BinaryPrimitives.ReadUInt16LittleEndian(Content.Span[at..]) : -1;

    /// <summary>A number of four bytes; -1 behind the end or for one no file has.</summary>
    public int Number(int at) => at + 4 <= Content.Length ? BinaryPrimitives.ReadInt32LittleEndian(Content.Span[at..]) : -1;

    /// <summary>The records from a place to the end of the part that begins there; parts inside it, such as charts, are left out.</summary>
    public static IEnumerable<XlsRecord> PartAt(ReadOnlyMemory<byte> stream, int start)
    {
        var depth = 0;
        for (var at = start; at >= 0 && at + 4 <= stream.Length;)
        {
            var head = new XlsRecord(0, stream.Slice(at, 4));
            var record = new XlsRecord(head.Word(0), stream.Slice(at + 4, Math.Min(head.Word(2), stream.Length - at - 4)));
            at += 4 + head.Word(2);
            depth += record.Kind switch { Beginning => 1, End => -1, _ => 0 };
            if (depth <= 0)
            {
                yield break;
            }

            if (depth == 1)
            {
                yield return record;
            }
        }
    }
}
