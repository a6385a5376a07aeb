using System.Buffers.Binary;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

/// <summary>Counts the entries of a zip's directory (mục lục tệp nén) by walking their headers, before anything makes an object of each.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const int LongestComment = 0xFFFF;
    private const int LocatorLength = 20;
    private const int LongEndLength = 56;

    /// <returns>False when there are more than <paramref name="most"/>, or the directory cannot be walked and may hold any number.</returns>
    public static bool HasAtMost(ReadOnlySpan<byte> zip, int most)
    {
        var tailStart = Math.Max(0, zip.Length - EndLength - LongestComment);
        var end = zip[tailStart..].LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || zip.Length - tailStart - end < EndLength)
        {
            return true;
        }

        var start = Start(zip, tailStart + end);
        if (start < 0)
        {
            return false;
        }

        var entries = 0;
        for (var at = start; at + HeaderLength <= zip.Length && entries <= most; entries++)
        {
            var header = zip[(int)at..];
            if (!header.StartsWith("PK\x01\x02"u8))
            {
                break;
            }

            at += HeaderLength + Length(header, 28) + Length(header, 30) + Length(header, 32);
        }

        return entries <= most;
    }

    /// <summary>Where the directory begins; of the 64-bit form its own end record says so (APPNOTE 4.3.14, 4.3.15). Negative when it cannot be found.</summary>
    private static long Start(ReadOnlySpan<byte> zip, int end)
    {
        var start = BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        var isLong = start == uint.MaxValue || Length(zip, end + 4) == ushort.MaxValue || Length(zip, end + 10) == ushort.MaxValue;
        if (!isLong)
        {
            return start;
        }

        var locator = end - LocatorLength;
        if (locator < 0 || !zip[locator..].StartsWith("PK\x06\x07"u8))
        {
            // Numbers at their largest may also be meant as they are; a place that far back is none.
            return start == uint.MaxValue ? -1 : start;
        }

        var record = BinaryPrimitives.ReadInt64LittleEndian(zip[(locator + 8)..]);
        if (record < 0 || record + LongEndLength > zip.Length || !zip[(int)record..].StartsWith("PK\x06\x06"u8))
        {
            return -1;
        }

        var longStart = BinaryPrimitives.ReadInt64LittleEndian(zip[((int)record + 48)..]);
        return longStart >= 0 && longStart <= zip.Length ? longStart : -1;
    }

    private static int Length(ReadOnlySpan<byte> header, int at) => BinaryPrimitives.ReadUInt16LittleEndian(header[at..]);
}
