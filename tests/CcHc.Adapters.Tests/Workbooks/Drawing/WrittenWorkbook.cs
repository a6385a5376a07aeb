using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CcHc.Adapters.Tests.Workbooks.Drawing;

/// <summary>A workbook read back from its bare XML, without the library that wrote it.</summary>
internal sealed class WrittenWorkbook(byte[] bytes)
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static WrittenWorkbook Read(string path) => new(File.ReadAllBytes(path));

    public byte[] Bytes => bytes;

    public IReadOnlyList<string> SheetNames => [.. Part("xl/workbook.xml").Descendants(Main + "sheet").Select(sheet => sheet.Attribute("name")!.Value)];

    public IReadOnlyList<string> PartNames
    {
        get
        {
            using var zip = Open();
            return [.. zip.Entries.Select(entry => entry.FullName)];
        }
    }

    public XDocument Part(string name)
    {
        using var zip = Open();
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    public XDocument Sheet(string name) => Part(SheetPart(name));

    /// <summary>What a cell stores: its text, or the number as written; null when it is blank.</summary>
    public string? this[string sheet, string cell] => TextOf(Cell(sheet, cell));

    public XElement? Cell(string sheet, string cell) => Sheet(sheet).Descendants(Main + "c").SingleOrDefault(c => c.Attribute("r")!.Value == cell);

    /// <summary>Every row from <paramref name="first"/> on as its texts.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows(string sheet, int first = 5) =>
    [
        .. Sheet(sheet).Descendants(Main + "row").Where(row => (int)row.Attribute("r")! >= first)
            .Select(row => (IReadOnlyList<string?>)[.. row.Elements(Main + "c").Select(TextOf)]),
    ];

    /// <summary>Where the link of a cell leads: the file's address, then the place in it.</summary>
    public (string Address, string? Location)? Link(string sheet, string cell)
    {
        var link = Sheet(sheet).Descendants(Main + "hyperlink").SingleOrDefault(h => h.Attribute("ref")!.Value == cell);
        if (link is null)
        {
            return null;
        }

        var part = SheetPart(sheet);
        var target = Part(part.Replace("worksheets/", "worksheets/_rels/", StringComparison.Ordinal) + ".rels").Root!.Elements()
            .Single(relation => relation.Attribute("Id")!.Value == link.Attribute(R + "id")!.Value);
        return (target.Attribute("Target")!.Value, link.Attribute("location")?.Value);
    }

    /// <summary>The number format of a cell.</summary>
    public XElement StyleOf(string sheet, string cell) =>
        Part("xl/styles.xml").Root!.Element(Main + "cellXfs")!.Elements().ElementAt((int)Cell(sheet, cell)!.Attribute("s")!);

    /// <summary>What the OpenXML validator of Microsoft says against the file, for Office 2016 and 2019.</summary>
    public IReadOnlyList<string> Complaints()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return
        [
            .. new[] { FileFormatVersions.Office2016, FileFormatVersions.Office2019 }
                .SelectMany(version => new OpenXmlValidator(version).Validate(document))
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
        ];
    }

    private string SheetPart(string name)
    {
        var id = Part("xl/workbook.xml").Descendants(Main + "sheet").Single(sheet => sheet.Attribute("name")!.Value == name).Attribute(R + "id")!.Value;
        var target = Part("xl/_rels/workbook.xml.rels").Root!.Elements().Single(relation => relation.Attribute("Id")!.Value == id).Attribute("Target")!.Value;
        return "xl/" + target.Replace("/xl/", "", StringComparison.Ordinal);
    }

    private string? TextOf(XElement? cell) => cell?.Attribute("t")?.Value switch
    {
        "inlineStr" => cell.Element(Main + "is")!.Element(Main + "t")!.Value,
        "s" => Part("xl/sharedStrings.xml").Root!.Elements().ElementAt((int)cell.Element(Main + "v")!).Value,
        _ => cell?.Element(Main + "v")?.Value,
    };

    private ZipArchive Open() => new(new MemoryStream(bytes), ZipArchiveMode.Read);
}
