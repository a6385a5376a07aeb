using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>Reads the sheets of an Open XML workbook (.xlsx, .xlsm): the package is walked by its relationships, each part streamed once.</summary>
internal sealed class XlsxReader(Package package, WorkbookBudget budget)
{
    private const int LongestName = 100;

    public IReadOnlyList<ReadSheet> Read()
    {
        var workbook = WorkbookPart();
        var (listed, is1904) = package.Read(workbook, xml => ReadWorkbook(xml!));
        var relationships = package.RelationshipsOf(workbook);
        var common = ReadCommon(relationships, is1904);
        var sheets = new List<ReadSheet>();
        var read = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, id, isHidden) in listed)
        {
            var found = Find(relationships, r => r.Id == id) ?? throw new WorkbookRefusedException(WorkbookFindings.Damaged($"thiếu trang tính “{name}”"));
            if (found is { IsOutside: false } target && target.IsA("worksheet"))
            {
                // A small file would otherwise be read some hundred times.
                WorkbookBudget.Refuse(!read.Add(target.Target), "nhiều trang tính dùng chung một thành phần");
                var sheet = ReadSheet(target.Target, name, isHidden, common);
                sheets.Add(sheet with { Sheet = sheet.Sheet with { Comments = Comments(target.Target, common.Texts) } });
            }
        }

        return sheets;
    }

    private ReadSheet ReadSheet(string part, string name, bool isHidden, WorkbookParts common)
    {
        if (!package.Has(part))
        {
            throw new WorkbookRefusedException(WorkbookFindings.Damaged($"thiếu trang tính “{name}”"));
        }

        return Scanned.OrElse(budget, common.Texts, () =>
        {
            using var whole = package.OpenBytes(part)!;
            using var bytes = new SplitStream(whole);
            using var xml = package.Scan(bytes);
            return new WorksheetXmlReader(xml, new CellReader(common), budget, new RowScanner(bytes)).Read(name, isHidden);
        }, () =>
        {
            using var xml = package.Open(part)!;
            return new WorksheetXmlReader(xml, new CellReader(common), budget).Read(name, isHidden);
        });
    }

    private IReadOnlyList<CellComment> Comments(string sheet, TextPool texts)
    {
        using var xml = Open(package.RelationshipsOf(sheet), "comments");
        return CommentReader.Read(xml, texts, budget);
    }

    private string WorkbookPart()
    {
        var main = Find(package.RelationshipsOf(""), r => r.IsA("officeDocument"))?.Target ?? "xl/workbook.xml";
        if (package.Has(main) && main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !main.StartsWith("word/", StringComparison.OrdinalIgnoreCase))
        {
            return main;
        }

        throw new WorkbookRefusedException(WhyNot(main));
    }

    private static FindingTemplate WhyNot(string main) =>
        main.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase) ? WorkbookFindings.BinaryWorkbook : WorkbookFindings.NotAWorkbook;

    private (IReadOnlyList<(string Name, string RelationshipId, bool IsHidden)> Sheets, bool Is1904) ReadWorkbook(XmlReader xml)
    {
        var listed = new List<(string Name, string RelationshipId, bool IsHidden)>();
        var is1904 = false;
        xml.MoveToContent();
        if (xml.LocalName != "workbook")
        {
            throw new WorkbookRefusedException(WorkbookFindings.NotAWorkbook);
        }

        while (xml.Step())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr", Depth: 1 })
            {
                is1904 = XmlBool.IsTrue(xml.GetAttribute("date1904"));
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet", Depth: 2 })
            {
                budget.CountSheet();
                listed.Add((SheetName(xml.GetAttribute("name")), RelationshipId(xml), xml.GetAttribute("state") is "hidden" or "veryHidden"));
            }
        }

        return (listed, is1904);
    }

    /// <summary>Excel allows 31 characters; the name goes into every finding and every key.</summary>
    private static string SheetName(string? name) =>
        VietnameseText.Normalize(name) is { Length: > LongestName } endless ? VietnameseText.Normalize(endless[..LongestName]) : VietnameseText.Normalize(name);

    /// <summary>The prefixed id attribute: its namespace differs between the transitional and the strict form.</summary>
    private static string RelationshipId(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.Prefix.Length > 0)
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }

        xml.MoveToElement();
        return "";
    }

    private WorkbookParts ReadCommon(IReadOnlyList<Relationship> relationships, bool is1904)
    {
        var texts = new TextPool(budget);
        var read = Find(relationships, r => r.IsA("styles")) is { IsOutside: false } styles ? package.Read(styles.Target, CellStyles.Read) : CellStyles.Read(null);
        var richText = new RichText(read.HasLegacyFonts);
        var strings = Scanned.OrElse(budget, texts, () =>
        {
            using var bytes = Find(relationships, r => r.IsA("sharedStrings")) is { IsOutside: false } part ? package.OpenBytes(part.Target) : null;
            return bytes is null ? new SharedStrings() : SharedStrings.Scan(bytes, richText, texts, budget);
        }, () =>
        {
            using var xml = Open(relationships, "sharedStrings");
            return SharedStrings.Read(xml, richText, texts, budget);
        });
        return new WorkbookParts(strings, read, richText, is1904, texts);
    }

    private XmlReader? Open(IReadOnlyList<Relationship> relationships, string kind) =>
        Find(relationships, r => r.IsA(kind)) is { IsOutside: false } found ? package.Open(found.Target) : null;

    private static Relationship? Find(IReadOnlyList<Relationship> relationships, Func<Relationship, bool> isWanted) => relationships.FirstOrDefault(isWanted);
}
