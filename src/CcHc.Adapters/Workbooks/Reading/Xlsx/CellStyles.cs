using System.Globalization;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Formats;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Sheets;
using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>What a cell's style (kiểu ô) changes in its reading.</summary>
/// <param name="Font">Null for a font of Unicode letters.</param>
internal readonly record struct CellStyle(NumberFormat? Own, CellTraits Traits, LegacyFont? Font)
{
    public NumberFormat Format => Own ?? NumberFormat.General;
}

/// <summary>The cell styles of a workbook, looked up by the index a cell carries.</summary>
internal sealed class CellStyles
{
    /// <summary>Excel itself stops at some 65,000 of each.</summary>
    private const int MostEntries = 100_000;

    private readonly List<CellStyle> _styles = [];

    public bool HasLegacyFonts { get; private set; }

    public CellStyle this[int index] => (uint)index < (uint)_styles.Count ? _styles[index] : default;

    public static CellStyles Read(XmlReader? xml)
    {
        var result = new CellStyles();
        var formats = new Dictionary<int, NumberFormat>();
        var fonts = new List<FontTraits>();
        var greens = new List<bool>();
        while (xml is not null && xml.Step())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "numFmt" when xml.Depth == 2:
                    WorkbookBudget.Refuse(formats.Count >= MostEntries, "quá nhiều kiểu định dạng");
                    formats[Number(xml, "numFmtId")] = NumberFormat.OfCode(xml.GetAttribute("formatCode"));
                    break;
                case "fonts" when xml.Depth == 1:
                    ReadChildren(xml, "font", () => fonts.Add(FontTraits.Read(xml)));
                    break;
                case "fills" when xml.Depth == 1:
                    ReadChildren(xml, "fill", () => greens.Add(CellFill.IsGreen(xml)));
                    break;
                case "cellXfs" when xml.Depth == 1:
                    ReadChildren(xml, "xf", () => result._styles.Add(Style(xml, formats, fonts, greens)));
                    break;
            }
        }

        result.HasLegacyFonts = result._styles.Exists(style => style.Font is not null);
        return result;
    }

    private static CellStyle Style(XmlReader xml, Dictionary<int, NumberFormat> formats, List<FontTraits> fonts, List<bool> greens)
    {
        var format = Number(xml, "numFmtId");
        var index = Number(xml, "fontId");
        var font = (uint)index < (uint)fonts.Count ? fonts[index] : default;
        var fill = Number(xml, "fillId");
        var isGreen = (uint)fill < (uint)greens.Count && greens[fill];
        return new CellStyle(
            formats.TryGetValue(format, out var own) ? own : NumberFormat.OfBuiltIn(format),
            (font.IsStruck ? CellTraits.Strikethrough : CellTraits.None) | (isGreen ? CellTraits.GreenFill : CellTraits.None),
            font.Legacy);
    }

    private static void ReadChildren(XmlReader xml, string name, Action each)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        var entries = 0;
        while (xml.Step() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1 && xml.LocalName == name)
            {
                WorkbookBudget.Refuse(++entries > MostEntries, "quá nhiều kiểu định dạng");
                each();
            }
        }
    }

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
