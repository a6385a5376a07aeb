using System.Xml;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>What a font (phông chữ) tells: struck through, or one of the TCVN3 and VNI fonts whose letters are not Unicode.</summary>
internal static class FontTraits
{
    /// <summary>Reads a font or rPr element to its end.</summary>
    public static CellTraits Read(XmlReader xml)
    {
        var traits = CellTraits.None;
        if (xml.IsEmptyElement)
        {
            return traits;
        }

        var depth = xml.Depth;
        while (xml.Step() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            traits |= xml.LocalName switch
            {
                "strike" or "dstrike" when XmlBool.IsTrue(xml.GetAttribute("val") ?? "1") => CellTraits.Strikethrough,
                "name" or "rFont" when IsLegacy(xml.GetAttribute("val")) => CellTraits.LegacyFont,
                _ => CellTraits.None,
            };
        }

        return traits;
    }

    public static bool IsLegacy(string? font) =>
        font is not null && (font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) || font.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase));
}

/// <summary>A flag as the file formats write it: Excel "1", LibreOffice "true".</summary>
internal static class XmlBool
{
    public static bool IsTrue(string? value) => value is "1" or "true" or "on";
}
