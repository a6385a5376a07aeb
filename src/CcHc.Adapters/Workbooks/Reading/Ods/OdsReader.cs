using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Reading.Ods;

/// <summary>Reads the sheets of an OpenDocument spreadsheet (.ods), under the same limits as an .xlsx.</summary>
internal sealed class OdsReader(Package package, WorkbookBudget budget)
{
    public const string Content = "content.xml";

    private const int LongestName = 100;

    private readonly OdsStyles _styles = new();
    private readonly TextPool _texts = new(budget);
    private readonly List<FindingTemplate> _remarks = [];

    public static bool IsOne(Package package) => package.Has("mimetype") && package.Has(Content);

    public (IReadOnlyList<ReadSheet> Sheets, IReadOnlyList<FindingTemplate> Findings) Read()
    {
        if (IsEncrypted())
        {
            throw new WorkbookRefusedException(WorkbookFindings.Password);
        }

        using (var styles = package.Open("styles.xml", keepsWhitespace: true))
        {
            while (styles is not null && styles.Step())
            {
                if (styles.NodeType == XmlNodeType.Element)
                {
                    _styles.TryRead(styles);
                }
            }
        }

        if (package.PartNames.Any(
            part => part.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || part.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)))
        {
            _remarks.Add(WorkbookFindings.Macros);
        }

        return (ReadSheets(), _remarks);
    }

    private List<ReadSheet> ReadSheets()
    {
        var sheets = new List<ReadSheet>();
        var isSpreadsheet = false;
        using var xml = package.Open(Content, keepsWhitespace: true)!;
        while (xml.Step())
        {
            if (xml.NodeType != XmlNodeType.Element || _styles.TryRead(xml))
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "spreadsheet" when xml.Prefix == "office":
                    isSpreadsheet = true;
                    break;
                case "tracked-changes" when isSpreadsheet:
                    xml.ToEnd();
                    break;
                case "table" when isSpreadsheet && xml.Prefix == "table":
                    budget.CountSheet();
                    sheets.Add(ReadSheet(xml));
                    break;
            }
        }

        return isSpreadsheet ? sheets : throw new WorkbookRefusedException(WorkbookFindings.NotAWorkbook);
    }

    private ReadSheet ReadSheet(XmlReader xml)
    {
        var name = VietnameseText.Normalize(xml.GetAttribute("table:name"));
        var isHidden = _styles.IsSheetHidden(xml.GetAttribute("table:style-name") ?? "");
        var read =
            new OdsSheetReader(xml, _styles, _texts, budget).Read(name.Length > LongestName ? VietnameseText.Normalize(name[..LongestName]) : name, isHidden);
        _remarks.AddRange(read.Sources.Select(WorkbookFindings.ExternalLink));
        return read.Sheet;
    }

    private bool IsEncrypted()
    {
        using var xml = package.Open("META-INF/manifest.xml");
        while (xml is not null && xml.Step())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "encryption-data" })
            {
                return true;
            }
        }

        return false;
    }
}
