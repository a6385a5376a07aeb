using System.IO.Compression;
using System.Text;

namespace CcHc.Adapters.Tests.Workbooks.Support;

/// <summary>An .ods written as raw XML: styles, and the rows of one table.</summary>
internal static class OdsFile
{
    private const string Spaces =
        "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
            + "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0' xmlns:fo='urn:fo' xmlns:calcext='urn:calcext' xmlns:xlink='urn:xlink' xmlns:dc='urn:dc'";

    public static byte[] Of(string rows, string styles = "", string manifest = "<manifest/>", string body = "spreadsheet") => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml",
            $"<office:document-content {Spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:{body}><table:table table:name='Sổ'>{rows}</table:table></office:{body}></office:body></office:document-content>"));

    public static byte[] OfCell(string cell, string styles = "") => Of($"<table:table-row>{cell}</table:table-row>", styles);

    private static byte[] Zip(params (string Name, string Xml)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return bytes.ToArray();
    }
}
