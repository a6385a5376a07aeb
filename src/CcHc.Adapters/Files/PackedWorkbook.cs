using System.IO.Compression;

namespace CcHc.Adapters.Files;

/// <summary>Packs a workbook whose parts are still uncompressed (nén sổ). The same parts give the same bytes.</summary>
public static class PackedWorkbook
{
    public static byte[] Of(byte[] loose)
    {
        using var from = new ZipArchive(new MemoryStream(loose, writable: false), ZipArchiveMode.Read);
        using var target = new MemoryStream(loose.Length / 4);
        using (var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                var packed = to.CreateEntry(entry.FullName, CompressionLevel.Fastest);
                packed.LastWriteTime = entry.LastWriteTime;
                using var read = entry.Open();
                using var written = packed.Open();
                read.CopyTo(written);
            }
        }

        return target.ToArray();
    }
}
