using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CcHc.Adapters.Tests.Workbooks.Drawing;

/// <summary>A workbook as one text that is the same for every way of storing it: shared or inline texts, styles by any number.</summary>
internal static partial class SameWorkbook
{
    private static readonly XNamespace Main = WrittenWorkbook.Main;

    /// <summary>By part.</summary>
    public static IReadOnlyDictionary<string, string> Of(WrittenWorkbook workbook)
    {
        var styles = Styles(workbook.Part("xl/styles.xml").Root!);
        var texts = workbook.Part("xl/sharedStrings.xml").Root!.Elements().Select(text => text.Value).ToList();
        return workbook.PartNames.Where(part => part is not ("xl/styles.xml" or "xl/sharedStrings.xml"))
            .ToDictionary(part => part, part => part.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)
                ? OfSheet(workbook.Part(part).Root!, styles, texts) : workbook.Part(part).Root!.ToString());
    }

    private static string OfSheet(XElement sheet, IReadOnlyList<string> styles, List<string> texts)
    {
        foreach (var cell in sheet.Descendants(Main + "c").ToList())
        {
            var value = cell.Element(Main + "v")?.Value;
            cell.ReplaceWith(new XElement("cell", cell.Attribute("r"), new XAttribute("style", styles[(int?)cell.Attribute("s") ?? 0]),
                cell.Attribute("t")?.Value switch
                {
                    "s" => OfText(texts[int.Parse(value!, CultureInfo.InvariantCulture)]),
                    "inlineStr" => OfText(cell.Element(Main + "is")!.Value),
                    _ => cell.Element(Main + "f") is { } formula ? "formula:" + formula.Value : value,
                }));
        }

        foreach (var column in sheet.Descendants(Main + "col"))
        {
            column.SetAttributeValue("style", styles[(int?)column.Attribute("style") ?? 0]);
        }

        return OneCell().Replace(sheet.ToString(), "$1");
    }

    /// <summary>What must be escaped may be, where it need not be.</summary>
    private static string OfText(string text) => "text:" + text.Replace("_x005F_", "_", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("\\b([A-Z]+[0-9]+):\\1\\b", RegexOptions.CultureInvariant)]
    private static partial Regex OneCell();

    private static IReadOnlyList<string> Styles(XElement styles)
    {
        XElement Nth(string list, XElement of, string id) => styles.Element(Main + list)!.Elements().ElementAt((int?)of.Attribute(id) ?? 0);
        string Format(XElement of) => styles.Element(Main + "numFmts")?.Elements()
            .FirstOrDefault(format => (int)format.Attribute("numFmtId")! == (int)of.Attribute("numFmtId")!)?.Attribute("formatCode")!.Value
            ?? (string)of.Attribute("numFmtId")!;
        return
        [
            .. styles.Element(Main + "cellXfs")!.Elements().Select(of => string.Join('\n',
                Format(of), Nth("fonts", of, "fontId"), Nth("fills", of, "fillId"), Nth("borders", of, "borderId"),
                (string?)of.Attribute("quotePrefix") ?? "0", of.Element(Main + "alignment"), of.Element(Main + "protection"))),
        ];
    }
}
