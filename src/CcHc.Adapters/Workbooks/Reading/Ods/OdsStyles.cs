using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Formats;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Adapters.Workbooks.Reading.Ods;

/// <summary>A style (kiểu) of an OpenDocument spreadsheet; what it leaves open, its parent says.</summary>
internal sealed record OdsStyle(string Parent, string Format)
{
    public bool? IsStruck { get; init; }

    public bool? IsRaised { get; init; }

    public string? FontName { get; init; }

    /// <summary>Of a sheet: not to be seen.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>The styles of an OpenDocument spreadsheet by family and name, and its number formats.</summary>
internal sealed class OdsStyles
{
    private const int MostStyles = 100_000;
    private const int LongestChain = 20;

    private readonly Dictionary<(string Family, string Name), OdsStyle> _styles = [];
    private readonly OdsFormats _formats = new();

    /// <summary>Stands on a style or a number format and leaves on its end.</summary>
    /// <returns>False for an element that is neither; the reader has then not moved.</returns>
    public bool TryRead(XmlReader xml)
    {
        if (xml.LocalName == "style" && xml.Prefix == "style")
        {
            WorkbookBudget.Refuse(_styles.Count >= MostStyles, "quá nhiều kiểu định dạng");
            var key = (xml.GetAttribute("family", xml.NamespaceURI) ?? "", xml.GetAttribute("name", xml.NamespaceURI) ?? "");
            _styles[key] =
                ReadProperties(xml,
                    new OdsStyle(xml.GetAttribute("parent-style-name", xml.NamespaceURI) ?? "", xml.GetAttribute("data-style-name", xml.NamespaceURI) ?? ""));
            return true;
        }

        return _formats.TryRead(xml);
    }

    public bool IsSheetHidden(string name) => _styles.TryGetValue(("table", name), out var style) && style.IsHidden;

    public NumberFormat FormatOf(string cellStyle) =>
        Chain("table-cell", cellStyle).FirstOrDefault(style => style.Format.Length > 0) is { } found ? _formats[found.Format] : NumberFormat.General;

    /// <summary>The font of a cell, or of a stretch of its text where <paramref name="textStyle"/> names one.</summary>
    public FontTraits FontOf(string cellStyle, string textStyle = "")
    {
        var chain = Chain("text", textStyle).Concat(Chain("table-cell", cellStyle)).ToList();
        var name = chain.Select(style => style.FontName).FirstOrDefault(found => found is not null);
        return new FontTraits(chain.Select(style => style.IsStruck).FirstOrDefault(found => found is not null) == true, name is not null, LegacyFont.Of(name),
            chain.Select(style => style.IsRaised).FirstOrDefault(found => found is not null) == true, IsOwn: true);
    }

    private IEnumerable<OdsStyle> Chain(string family, string name)
    {
        for (var i = 0; i < LongestChain && name.Length > 0 && _styles.TryGetValue((family, name), out var style); i++, name = style.Parent)
        {
            yield return style;
        }
    }

    private static OdsStyle ReadProperties(XmlReader xml, OdsStyle style)
    {
        if (xml.IsEmptyElement)
        {
            return style;
        }

        var depth = xml.Depth;
        while (xml.Step() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            style = xml.LocalName switch
            {
                "text-properties" => style with
                {
                    IsStruck = Attribute(xml, "text-line-through-style") is { } line
                        ? line != "none" : Attribute(xml, "text-line-through-type") is { } type ? type != "none" : style.IsStruck,
                    IsRaised = Attribute(xml, "text-position") is { } position ? IsAbove(position) : style.IsRaised,
                    FontName = Attribute(xml, "font-name") ?? Attribute(xml, "font-family") ?? style.FontName,
                },
                "table-properties" => style with { IsHidden = Attribute(xml, "display") == "false" },
                _ => style,
            };
        }

        return style;
    }

    /// <summary>"super 58%" or "33% 58%".</summary>
    private static bool IsAbove(string position) =>
        position.StartsWith("super", StringComparison.Ordinal) || (position.Length > 0 && char.IsAsciiDigit(position[0]) && position[0] != '0');

    private static string? Attribute(XmlReader xml, string name)
    {
        string? value = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            value = xml.LocalName == name ? xml.Value : value;
        }

        xml.MoveToElement();
        return value;
    }
}
