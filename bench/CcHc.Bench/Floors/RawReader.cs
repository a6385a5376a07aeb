using System.IO.Compression;
using System.Xml;

namespace CcHc.Bench.Floors;

/// <summary>The floor of reading an .xlsx: the same parts inflated and every node of them stepped over, nothing kept.</summary>
internal static class RawReader
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true };

    public static int Nodes(string path)
    {
        var nodes = 0;
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries.Where(IsRead))
        {
            using var xml = XmlReader.Create(entry.Open(), Settings);
            while (xml.Read())
            {
                nodes++;
            }
        }

        return nodes;
    }

    /// <summary>The theme and the properties are never opened.</summary>
    public static bool IsRead(ZipArchiveEntry entry) =>
        entry.FullName is "_rels/.rels" or "xl/workbook.xml" or "xl/_rels/workbook.xml.rels" or "xl/styles.xml" or "xl/sharedStrings.xml"
        || entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal);
}
