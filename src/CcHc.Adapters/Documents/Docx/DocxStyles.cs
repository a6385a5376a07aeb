using System.Xml.Linq;

namespace CcHc.Adapters.Documents.Docx;

/// <summary>What a style gives its text; null where it says nothing.</summary>
internal sealed record DocxFormat(string? Font = null, bool? IsBold = null, bool? IsHidden = null, string? Alignment = null,
    (string List, int Level)? Numbering = null)
{
    public DocxFormat Over(DocxFormat below) =>
        new(Font ?? below.Font, IsBold ?? below.IsBold, IsHidden ?? below.IsHidden, Alignment ?? below.Alignment, Numbering ?? below.Numbering);

    public static DocxFormat Of(XElement? paragraph, XElement? run) => new(
        run.Child("rFonts") is { } fonts ? fonts.Of("ascii") ?? fonts.Of("hAnsi") : null,
        run.Child("b") is { } bold ? bold.IsOn() : null,
        run.Child("vanish") is { } hidden ? hidden.IsOn() : null,
        paragraph.Child("jc").Value(),
        paragraph.Child("numPr") is { } numbering ? (numbering.Child("numId").Value() ?? "", numbering.Child("ilvl").Number() ?? 0) : null);
}

/// <summary>The styles (kiểu) of a document with what they take from the styles they are based on.</summary>
internal sealed class DocxStyles
{
    private const int DeepestBasis = 20;

    private readonly Dictionary<string, (string? Basis, DocxFormat Format)> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocxFormat> _whole = new(StringComparer.Ordinal);
    private readonly DocxFormat _defaults;
    private readonly string _usual = "";

    public DocxStyles(XElement? styles)
    {
        var defaults = styles.Child("docDefaults");
        _defaults = DocxFormat.Of(defaults.Child("pPrDefault").Child("pPr"), defaults.Child("rPrDefault").Child("rPr"));
        foreach (var style in styles.Children("style"))
        {
            var id = style.Of("styleId") ?? "";
            _styles[id] = (style.Child("basedOn").Value(), DocxFormat.Of(style.Child("pPr"), style.Child("rPr")));
            if (style.Of("type") == "paragraph" && style.Of("default") is "1" or "true")
            {
                _usual = id;
            }
        }
    }

    /// <summary>Of a paragraph with that style, or with the document's usual one.</summary>
    public DocxFormat OfParagraph(string? style) => Whole(style ?? _usual).Over(_defaults);

    /// <summary>What a character style adds.</summary>
    public DocxFormat OfRun(string? style) => style is null ? new DocxFormat() : Whole(style);

    private DocxFormat Whole(string id)
    {
        if (_whole.TryGetValue(id, out var known))
        {
            return known;
        }

        var format = new DocxFormat();
        string? next = id;
        for (var depth = 0; next is not null && depth < DeepestBasis && _styles.TryGetValue(next, out var style); depth++)
        {
            format = format.Over(style.Format);
            next = style.Basis;
        }

        return _whole[id] = format;
    }
}
