using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CcHc.Core.Sheets;

namespace CcHc.Bench.Floors;

/// <summary>
/// The floor of writing a workbook: the cells it has, known beforehand, through an XML writer into a zip. No style, no row height, no link is worked out.
/// </summary>
internal static class RawWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void Write(WorkbookContent cells, Stream target)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var sheet in cells.Sheets)
        {
            using var xml = XmlWriter.Create(
                zip.CreateEntry($"xl/worksheets/{sheet.Name}.xml", CompressionLevel.Optimal).Open(),
                new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true });
            xml.WriteStartElement("worksheet", Main);
            xml.WriteStartElement("sheetData", Main);
            foreach (var row in sheet.Rows)
            {
                Write(xml, row);
            }
        }
    }

    private static void Write(XmlWriter xml, SheetRow row)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", row.Number.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("ht", "30.4");
        xml.WriteAttributeString("customHeight", "1");
        foreach (var cell in row.Cells)
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", CellName.Of(row.Number, cell.Column));
            xml.WriteAttributeString("s", "12");
            if (cell.Kind is CellKind.Number or CellKind.Date)
            {
                xml.WriteElementString("v", Main, cell.Number.ToString("R", CultureInfo.InvariantCulture));
            }
            else
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteElementString("t", Main, cell.Text);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
