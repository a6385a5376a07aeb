using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CcHc.Bench.Given;

/// <summary>Writes a register as Excel stores one: shared strings, styles, an address, a style and a type on every cell.</summary>
internal sealed class RegisterWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <param name="rows">From the first row of the sheet on; a null cell is left blank, a number stands for itself.</param>
    public static void Write(string path, IEnumerable<IReadOnlyList<string?>> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        new RegisterWorkbook().Write(zip, rows);
    }

    private void Write(ZipArchive zip, IEnumerable<IReadOnlyList<string?>> rows)
    {
        Text(zip, "[Content_Types].xml",
            """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""");
        Text(zip, "_rels/.rels",
            $"""<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Text(zip, "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Nhiệm vụ" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Text(zip, "xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
        Text(zip, "xl/styles.xml", Styles);
        Sheet(zip, rows);
        Strings(zip);
    }

    private void Sheet(ZipArchive zip, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var xml = Open(zip, "xl/worksheets/sheet1.xml");
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", Invariant(number));
            xml.WriteAttributeString("spans", $"1:{row.Count}");
            xml.WriteAttributeString("ht", "31.5");
            xml.WriteAttributeString("customHeight", "1");
            for (var i = 0; i < row.Count; i++)
            {
                Cell(xml, $"{(char)('A' + i)}{number}", row[i]);
            }

            xml.WriteEndElement();
        }
    }

    private void Cell(XmlWriter xml, string address, string? text)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", address);
        xml.WriteAttributeString("s", "1");
        if (text is not null)
        {
            var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
            if (!isNumber)
            {
                xml.WriteAttributeString("t", "s");
            }

            xml.WriteElementString("v", Main, isNumber ? text : Invariant(NumberOf(text)));
        }

        xml.WriteEndElement();
    }

    private int NumberOf(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            _numbers.Add(text, number = _texts.Count);
            _texts.Add(text);
        }

        return number;
    }

    private void Strings(ZipArchive zip)
    {
        using var xml = Open(zip, "xl/sharedStrings.xml");
        xml.WriteStartElement("sst", Main);
        xml.WriteAttributeString("uniqueCount", Invariant(_texts.Count));
        foreach (var text in _texts)
        {
            xml.WriteStartElement("si", Main);
            xml.WriteElementString("t", Main, text);
            xml.WriteEndElement();
        }
    }

    private static XmlWriter Open(ZipArchive zip, string part) =>
        XmlWriter.Create(zip.CreateEntry(part).Open(),
            new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true });

    private static void Text(ZipArchive zip, string part, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(part).Open());
        writer.Write(text);
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private const string Styles =
        $"""
        <styleSheet xmlns="{Main}">
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><sz val="12"/><name val="Times New Roman"/></font></fonts>
        <fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>
        <cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs>
        </styleSheet>
        """;
}
