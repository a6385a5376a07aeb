using System.Buffers.Binary;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>Counts the entries of a zip's directory (mục lục tệp nén) by walking their headers, before anything makes an object of each.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const int LongestComment = 0xFFFF;

    /// <returns>False when there are more than <paramref name="most"/>, or the directory cannot be walked and may hold any number.</returns>
    public static bool HasAtMost(ReadOnlySpan<byte> zip, int most)
    {
        var tail = zip[Math.Max(0, zip.Length - EndLength - LongestComment)..];
        var end = tail.LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || tail.Length - end < EndLength)
        {
            return true;
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail[(end + 16)..]);
        if (start == uint.MaxValue)
        {
            return false;
        }

        var entries = 0;
        for (long at = start; at + HeaderLength <= zip.Length && entries <= most; entries++)
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

    private static int Length(ReadOnlySpan<byte> header, int at) => BinaryPrimitives.ReadUInt16LittleEndian(header[at..]);
}
