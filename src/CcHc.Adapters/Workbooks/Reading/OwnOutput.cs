using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>
/// The mark of workbooks this product writes for people to read (tệp hệ thống ghi ra): a category among the file's properties, which saving in Excel keeps.
/// </summary>
public static class OwnOutput
{
    /// <summary>Never changed: workbooks written long ago carry it.</summary>
    public const string Mark = "CcHc: tệp hệ thống ghi ra";

    private const string Properties = "docProps/core.xml";
    private const long LongestProperties = 1 << 16;

    /// <param name="bytes">Of any file.</param>
    public static bool IsMarked(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("PK"u8))
        {
            return false;
        }

        try
        {
            using var stream = MemoryMarshal.TryGetArray(bytes, out var array)
                ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            return zip.GetEntry(Properties) is { Length: <= LongestProperties } entry && CategoryOf(entry) == Mark;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or NotSupportedException)
        {
            // What is wrong with the file is said where it is read.
            return false;
        }
    }

    private static string? CategoryOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var xml = XmlReader.Create(content,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestProperties });
        return xml.ReadToFollowing("category", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
            ? xml.ReadElementContentAsString() : null;
    }
}
