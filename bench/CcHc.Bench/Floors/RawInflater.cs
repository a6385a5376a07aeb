using System.IO.Compression;

namespace CcHc.Bench.Floors;

/// <summary>The lowest floor of reading an .xlsx: the same parts inflated, their bytes not looked at.</summary>
internal static class RawInflater
{
    public static long Bytes(string path)
    {
        var buffer = new byte[32 << 10];
        var bytes = 0L;
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries.Where(RawReader.IsRead))
        {
            using var inflated = entry.Open();
            for (int read; (read = inflated.Read(buffer)) > 0;)
            {
                bytes += read;
            }
        }

        return bytes;
    }
}
