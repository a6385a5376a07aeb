using System.Globalization;
using System.Xml.Linq;
using CcHc.Adapters.Workbooks.Drawing;

namespace CcHc.Adapters.Workbooks.Forms.Marking;

/// <summary>The looks of marked cells (kiểu ô được đánh dấu): each cell's own with another fill, so that its format, border and lock stay.</summary>
internal sealed class MarkStyles
{
    private const string ErrorFill = "FFFFC7CE";
    private const string WarningFill = "FFFFEB9C";
    private const string AnswerFill = "FFFFF8DC";

    private readonly XNamespace _main;
    private readonly XElement _looks;
    private readonly XElement _fills;
    private readonly Dictionary<(int Look, string Fill), int> _made = [];

    private MarkStyles(XElement looks, XElement fills) => (_looks, _fills, _main) = (looks, fills, looks.Name.Namespace);

    /// <summary>Null when the part is not as the schema has it.</summary>
    public static MarkStyles? Of(XDocument? styles)
    {
        var root = styles?.Root;
        return root?.Element(root.Name.Namespace + "cellXfs") is { } looks && looks.HasElements && root.Element(root.Name.Namespace + "fills") is { } fills
            ? new MarkStyles(looks, fills) : null;
    }

    /// <returns>The look of a cell with the mark.</returns>
    public int Marked(int look, RowTone tone) => Filled(look, tone == RowTone.Alarm ? ErrorFill : WarningFill);

    /// <summary>
    /// Without the mark of an earlier round. What the cell's own fill was nobody knows any more: one that is open to be typed in gets the form's.
    /// </summary>
    public int Unmarked(int look) => FillOf(look) is ErrorFill or WarningFill ? Filled(look, IsOpen(look) ? AnswerFill : "") : look;

    private int Filled(int look, string fill)
    {
        if (_made.TryGetValue((look, fill), out var made))
        {
            return made;
        }

        var own = new XElement(At(look));
        own.SetAttributeValue("fillId", fill.Length == 0 ? 0 : IdOf(fill));
        own.SetAttributeValue("applyFill", 1);
        _looks.Add(own);
        var count = _looks.Elements(_main + "xf").Count();
        _looks.SetAttributeValue("count", count);
        return _made[(look, fill)] = count - 1;
    }

    private int IdOf(string colour)
    {
        var fills = _fills.Elements(_main + "fill").ToList();
        if (fills.FindIndex(fill => ColourOf(fill) == colour) is var at and >= 0)
        {
            return at;
        }

        _fills.Add(new XElement(_main + "fill", new XElement(_main + "patternFill", new XAttribute("patternType", "solid"),
            new XElement(_main + "fgColor", new XAttribute("rgb", colour)), new XElement(_main + "bgColor", new XAttribute("indexed", 64)))));
        _fills.SetAttributeValue("count", fills.Count + 1);
        return fills.Count;
    }

    private string? FillOf(int look) =>
        int.TryParse((string?)At(look).Attribute("fillId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && _fills.Elements(_main + "fill").ElementAtOrDefault(id) is { } fill
            ? ColourOf(fill)
            : null;

    private string? ColourOf(XElement fill) => fill.Element(_main + "patternFill") is { } pattern && (string?)pattern.Attribute("patternType") == "solid"
        ? ((string?)pattern.Element(_main + "fgColor")?.Attribute("rgb"))?.ToUpperInvariant()
        : null;

    private bool IsOpen(int look) => (string?)At(look).Element(_main + "protection")?.Attribute("locked") is "0" or "false";

    private XElement At(int look) => _looks.Elements(_main + "xf").ElementAtOrDefault(look) ?? _looks.Elements(_main + "xf").First();
}
