using System.IO.Compression;
using System.Text;

namespace CcHc.Adapters.Tests.Workbooks.Support;

/// <summary>An .xlsx written part by part as raw XML, so that a test holds exactly the feature it names.</summary>
internal sealed class XlsxFile
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private readonly Dictionary<string, string> _parts = [];
    private readonly List<(string Name, string State)> _sheets = [];
    private string _workbookSettings = "";

    public bool IsStrict { get; init; }

    /// <summary>Put before the targets of the workbook's relationships: "/xl/" makes them absolute.</summary>
    public string TargetPrefix { get; init; } = "";

    private string Namespace => IsStrict ? StrictMain : Main;
    private string Relations => IsStrict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
        : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook of one sheet.</summary>
    public static XlsxFile WithRows(string rows) => new XlsxFile().Sheet("Trang 1", rows);

    /// <summary>A workbook of one sheet with one row of cells.</summary>
    public static XlsxFile WithCells(string cells) => WithRows($"<row r=\"1\">{cells}</row>");

    public XlsxFile Sheet(string name, string rows, string before = "", string after = "", string state = "visible")
    {
        _sheets.Add((name, state));
        return Part($"xl/worksheets/sheet{_sheets.Count}.xml", $"<worksheet xmlns=\"{Namespace}\">{before}<sheetData>{rows}</sheetData>{after}</worksheet>");
    }

    public XlsxFile Strings(string items) => Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Namespace}\">{items}</sst>");

    /// <param name="formats">numFmt elements.</param>
    /// <param name="fonts">font elements; none gives one plain font.</param>
    /// <param name="styles">xf elements of cellXfs.</param>
    public XlsxFile Styles(string styles, string formats = "", string fonts = "<font/>") =>
        Part("xl/styles.xml",
            $"<styleSheet xmlns=\"{Namespace}\"><numFmts>{formats}</numFmts><fonts>{fonts}</fonts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>");

    public XlsxFile Since1904()
    {
        _workbookSettings = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public XlsxFile Part(string path, string xml)
    {
        _parts[path] = xml;
        return this;
    }

    public byte[] ToBytes()
    {
        AddDefault("_rels/.rels",
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        AddDefault("xl/workbook.xml",
            $"<workbook xmlns=\"{Namespace}\" xmlns:r=\"{Relations}\">{_workbookSettings}<sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i + 1}\"/>"))}</sheets></workbook>");
        AddDefault("xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(_sheets.Select((_, i) => Relationship($"s{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")))}{Relationship("st", "styles", "styles.xml")}{Relationship("ss", "sharedStrings", "sharedStrings.xml")}</Relationships>");
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, xml) in _parts)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return bytes.ToArray();
    }

    private void AddDefault(string path, string xml) => _parts.TryAdd(path, xml);

    private string Relationship(string id, string kind, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Relations}/{kind}\" Target=\"{TargetPrefix}{target}\"/>";
}
