using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>What a font (phông chữ) tells: struck through, named at all, one of the old fonts whose letters are not Unicode.</summary>
/// <param name="IsOwn">Of a run: it has a font of its own and does not take that of its cell.</param>
/// <param name="IsRaised">Set above the line, as marks of footnotes are.</param>
internal readonly record struct FontTraits(bool IsStruck, bool IsNamed, LegacyFont? Legacy, bool IsRaised = false, bool IsOwn = false)
{
    /// <summary>Reads a font or rPr element to its end.</summary>
    public static FontTraits Read(XmlReader xml)
    {
        var traits = default(FontTraits);
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

            traits = xml.LocalName switch
            {
                "strike" or "dstrike" when XmlBool.IsTrue(xml.GetAttribute("val") ?? "1") => traits with { IsStruck = true },
                "vertAlign" when xml.GetAttribute("val") == "superscript" => traits with { IsRaised = true },
                "name" or "rFont" => traits with { IsNamed = true, Legacy = LegacyFont.Of(xml.GetAttribute("val")) },
                _ => traits,
            };
        }

        return traits;
    }
}

/// <summary>A flag as the file formats write it: Excel "1", LibreOffice "true".</summary>
internal static class XmlBool
{
    public static bool IsTrue(string? value) => value is "1" or "true" or "on";
}
