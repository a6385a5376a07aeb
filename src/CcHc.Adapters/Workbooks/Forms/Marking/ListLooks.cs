using System.Xml.Linq;

namespace CcHc.Adapters.Workbooks.Forms.Marking;

/// <summary>The looks of the list of what to mend (kiểu ô của trang Cần sửa), added behind a workbook's own.</summary>
internal sealed record ListLooks(int Plain, int Title, int Header, int Body, int Error, int Warning)
{
    private const string ErrorFill = "FFFFC7CE";
    private const string WarningFill = "FFFFEB9C";
    private const string HeaderFill = "FFD9E2F3";

    /// <summary>Null when the part is not as the schema has it.</summary>
    public static ListLooks? AddTo(XDocument? styles)
    {
        if (styles?.Root is not { } root || root.Name.Namespace is not { } main || root.Element(main + "fonts") is not { HasElements: true } fonts
            || root.Element(main + "fills") is not { HasElements: true } fills || root.Element(main + "borders") is not { HasElements: true } borders
            || root.Element(main + "cellXfs") is not { HasElements: true } looks)
        {
            return null;
        }

        var (font, bold, title) = (Add(fonts, Font(false, 11)), Add(fonts, Font(true, 11)), Add(fonts, Font(true, 14)));
        var border = Add(borders, new XElement(main + "border", new[] { "left", "right", "top", "bottom" }.Select(side =>
            new XElement(main + side, new XAttribute("style", "thin"), new XElement(main + "color", new XAttribute("rgb", "FFA6A6A6")))),
            new XElement(main + "diagonal")));
        return new ListLooks(
            Look(font, 0, 0, wraps: false), Look(title, 0, 0, wraps: false), Look(bold, Fill(HeaderFill), border), Look(font, 0, border),
            Look(bold, Fill(ErrorFill), border), Look(bold, Fill(WarningFill), border));

        XElement Font(bool isBold, int size) =>
            new(main + "font", isBold ? new XElement(main + "b") : null, new XElement(main + "sz", new XAttribute("val", size)),
                new XElement(main + "name", new XAttribute("val", "Times New Roman")), new XElement(main + "family", new XAttribute("val", 1)));

        int Fill(string colour) => Add(fills, new XElement(main + "fill", new XElement(main + "patternFill", new XAttribute("patternType", "solid"),
            new XElement(main + "fgColor", new XAttribute("rgb", colour)), new XElement(main + "bgColor", new XAttribute("indexed", 64)))));

        int Look(int ofFont, int fill, int ofBorder, bool wraps = true) =>
            Add(looks, new XElement(main + "xf", new XAttribute("numFmtId", 0), new XAttribute("fontId", ofFont),
                new XAttribute("fillId", fill), new XAttribute("borderId", ofBorder), new XAttribute("xfId", 0), new XAttribute("applyFont", 1),
                new XAttribute("applyFill", 1),
                new XAttribute("applyBorder", 1), new XAttribute("applyAlignment", 1),
                new XElement(main + "alignment", new XAttribute("vertical", "top"), wraps ? new XAttribute("wrapText", 1) : null)));

        static int Add(XElement list, XElement item)
        {
            list.Add(item);
            var count = list.Elements(item.Name).Count();
            list.SetAttributeValue("count", count);
            return count - 1;
        }
    }
}
