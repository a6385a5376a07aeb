using System.Globalization;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>Whether a cell's fill is green (ô tô xanh): offices colour a row green when its task is done, so the officer is asked.</summary>
internal static class CellFill
{
    /// <summary>The green accent of the office themes.</summary>
    private const string GreenAccent = "9";

    /// <summary>So much brighter than red and blue is green to the eye; pale greens of a table's banding are not.</summary>
    private const int GreenLead = 24;

    /// <param name="xml">Stands on the fill; left on its end.</param>
    public static bool IsGreen(XmlReader xml)
    {
        var (isGreen, depth) = (false, xml.Depth);
        while (!xml.IsEmptyElement && xml.Step() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "fgColor" })
            {
                isGreen |= xml.GetAttribute("theme") == GreenAccent || IsGreen(xml.GetAttribute("rgb"));
            }
        }

        return isGreen;
    }

    private static bool IsGreen(string? colour)
    {
        if (colour is not { Length: 6 or 8 }
            || !uint.TryParse(colour.AsSpan(colour.Length - 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var (red, green, blue) = ((int)(value >> 16), (int)(value >> 8 & 255), (int)(value & 255));
        return green - red >= GreenLead && green - blue >= GreenLead;
    }
}
