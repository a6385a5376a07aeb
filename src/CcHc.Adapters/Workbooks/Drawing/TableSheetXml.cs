using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>Rewrites the sheet EPPlus saved (trang đã lưu): its model rows give their styles and make way for the table's rows.</summary>
internal static class TableSheetXml
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Main = SheetRowsXml.Namespace;

    // What may follow the links in a sheet; the first one present marks their place.
    private static readonly HashSet<string> AfterLinks =
        ["printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "drawing", "legacyDrawing", "tableParts", "extLst"];

    // Text reaches the writer already cut down to what XML allows; its line breaks stay as they are, on Windows, too.
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.None,
    };

    /// <returns>The addresses the sheet's links lead to, in the order of their relation numbers.</returns>
    public static IReadOnlyList<string> Write(Stream saved, ITableRows rows, Stream target)
    {
        var sheet = XDocument.Load(saved).Root!;
        sheet.Element(Main + "dimension")?.SetAttributeValue("ref", rows.Extent);
        using var xml = XmlWriter.Create(target, Settings);
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(sheet.Name.LocalName, SheetRowsXml.Namespace);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        var writer = new SheetRowsXml(xml, ModelsOf(sheet));
        var addresses = new Dictionary<string, int>(StringComparer.Ordinal);
        var linksAreDue = false;
        foreach (var part in sheet.Elements())
        {
            if (linksAreDue && AfterLinks.Contains(part.Name.LocalName))
            {
                WriteLinks(xml, writer.Links, addresses);
                linksAreDue = false;
            }

            if (part.Name == Main + "sheetData")
            {
                WriteRows(xml, part, rows, writer);
                linksAreDue = writer.Links.Count > 0;
            }
            else
            {
                part.WriteTo(xml);
            }
        }

        xml.WriteEndElement();
        return [.. addresses.Keys];
    }

    /// <summary>The relations part of a sheet whose links lead to these addresses.</summary>
    public static void WriteRelations(IReadOnlyList<string> addresses, Stream target)
    {
        using var xml = XmlWriter.Create(target, Settings);
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("Relationships", PackageRelations);
        for (var i = 0; i < addresses.Count; i++)
        {
            xml.WriteStartElement("Relationship", PackageRelations);
            xml.WriteAttributeString("Id", RelationId(i));
            xml.WriteAttributeString("Type", Relations + "/hyperlink");
            xml.WriteAttributeString("Target", addresses[i]);
            xml.WriteAttributeString("TargetMode", "External");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRows(XmlWriter xml, XElement sheetData, ITableRows rows, SheetRowsXml writer)
    {
        xml.WriteStartElement(sheetData.Name.LocalName, SheetRowsXml.Namespace);
        foreach (var row in sheetData.Elements().Where(row => NumberOf(row) < TableFrame.FirstBodyRow))
        {
            row.WriteTo(xml);
        }

        rows.Write(writer);
        xml.WriteEndElement();
    }

    private static void WriteLinks(XmlWriter xml, IReadOnlyList<(string Cell, LinkTarget Target)> links, Dictionary<string, int> addresses)
    {
        xml.WriteStartElement("hyperlinks", SheetRowsXml.Namespace);
        foreach (var (cell, target) in links)
        {
            xml.WriteStartElement("hyperlink", SheetRowsXml.Namespace);
            xml.WriteAttributeString("ref", cell);
            if (target.Address.Length > 0)
            {
                if (!addresses.TryGetValue(target.Address, out var number))
                {
                    addresses.Add(target.Address, number = addresses.Count);
                }

                xml.WriteAttributeString("id", Relations, RelationId(number));
            }

            if (target.Location.Length > 0)
            {
                xml.WriteAttributeString("location", target.Location);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static IReadOnlyList<string[]> ModelsOf(XElement sheet) =>
    [
        .. sheet.Element(Main + "sheetData")!.Elements()
            .Where(row => NumberOf(row) >= TableFrame.FirstBodyRow)
            .Select(row => row.Elements().Select(cell => (string?)cell.Attribute("s") ?? "0").ToArray()),
    ];

    private static int NumberOf(XElement row) => int.Parse(row.Attribute("r")!.Value, CultureInfo.InvariantCulture);

    private static string RelationId(int number) => string.Create(CultureInfo.InvariantCulture, $"rIdLink{number + 1}");
}
