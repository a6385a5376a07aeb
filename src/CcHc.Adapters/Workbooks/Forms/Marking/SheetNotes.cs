using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Forms.Marking;

/// <summary>The comments of one sheet's part (chú thích): ours are added beside the agency's own, and taken out again in the next round.</summary>
internal sealed class SheetNotes
{
    private const string Author = "CcHc";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string VmlType = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace O = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace X = "urn:schemas-microsoft-com:office:excel";

    /// <summary>What stands behind the drawing of comments in a sheet's part.</summary>
    private static readonly HashSet<string> Behind =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    private readonly PackageEdit _package;
    private readonly string _part;
    private readonly XElement _sheet;
    private readonly XNamespace _main;
    private XElement? _comments;
    private XElement? _shapes;
    private int _lastShape = 1024;

    private SheetNotes(PackageEdit package, string part, XElement sheet) => (_package, _part, _sheet, _main) = (package, part, sheet, sheet.Name.Namespace);

    /// <summary>Null where the sheet has comments nobody can read: it is then marked by colour alone.</summary>
    public static SheetNotes? Of(PackageEdit package, string part, XElement sheet)
    {
        var notes = new SheetNotes(package, part, sheet);
        return notes.Find() ? notes : null;
    }

    /// <summary>Takes our comments of an earlier round out.</summary>
    /// <returns>Their cells.</returns>
    public IReadOnlyList<string> TakeOut()
    {
        var authors = _comments?.Element(_main + "authors")?.Elements(_main + "author").ToList() ?? [];
        var ours = _comments?.Descendants(_main + "comment")
            .Where(one => int.TryParse((string?)one.Attribute("authorId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && authors.ElementAtOrDefault(id)?.Value == Author).ToList() ?? [];
        var cells = ours.Select(one => (string?)one.Attribute("ref") ?? "").ToList();
        ours.Remove();
        foreach (var place in cells.Select(SheetCells.Place).OfType<(int Row, int Column)>())
        {
            _shapes?.Elements(V + "shape")
                .Where(shape => shape.Element(X + "ClientData") is { } data && Is(data, "Row", place.Row) && Is(data, "Column", place.Column)).Remove();
        }

        return cells;

        static bool Is(XElement data, string what, int oneBased) => (string?)data.Element(X + what) == (oneBased - 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Nothing where the agency has a comment of its own.</summary>
    public void Add(string cell, string words)
    {
        if (SheetCells.Place(cell) is not { } place || (_comments?.Descendants(_main + "comment").Any(one => (string?)one.Attribute("ref") == cell) ?? false))
        {
            return;
        }

        var comments = _comments ??= NewComments();
        var shapes = _shapes ??= NewShapes();
        comments.Element(_main + "commentList")!.Add(
            new XElement(_main + "comment", new XAttribute("ref", cell), new XAttribute("authorId", AuthorId(comments)),
                new XElement(_main + "text",
                    new XElement(_main + "r", new XElement(_main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), SafeText.Cell(words))))));
        shapes.Add(Shape(place.Row - 1, place.Column - 1, words.Length));
    }

    private bool Find()
    {
        try
        {
            var relations = _package.RelationshipsOf(_part);
            _comments = relations.FirstOrDefault(one => one.IsA("comments")) is { } comments ? _package.Of(comments.Target)?.Root : null;
            var drawing = (string?)_sheet.Element(_main + "legacyDrawing")?.Attribute(R + "id");
            _shapes = drawing is null ? null : relations.FirstOrDefault(one => one.Id == drawing) is { } vml ? _package.Of(vml.Target)?.Root : null;
            if (drawing is not null && _shapes is null)
            {
                return false;
            }

            foreach (var id in _shapes?.Elements(V + "shape").Select(shape => (string?)shape.Attribute("id") ?? "")
                .Where(id => id.StartsWith("_x0000_s", StringComparison.Ordinal)) ?? [])
            {
                _lastShape = int.TryParse(id.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? Math.Max(_lastShape, number) : _lastShape;
            }

            return _comments is null || (_comments.Name == _main + "comments" && _comments.Element(_main + "commentList") is not null);
        }
        catch (Exception trouble) when (trouble is XmlException or WorkbookRefusedException)
        {
            return false;
        }
    }

    private int AuthorId(XElement comments)
    {
        var list = comments.Element(_main + "authors");
        if (list is null)
        {
            comments.AddFirst(list = new XElement(_main + "authors"));
        }

        var names = list.Elements(_main + "author").Select(author => author.Value).ToList();
        if (names.IndexOf(Author) is var at and >= 0)
        {
            return at;
        }

        list.Add(new XElement(_main + "author", Author));
        return names.Count;
    }

    private XElement NewComments()
    {
        var root = new XElement(_main + "comments", new XElement(_main + "authors"), new XElement(_main + "commentList"));
        var part = _package.FreeName("xl/comments_mark", ".xml");
        _package.Add(part, new XDocument(root), CommentsType);
        _package.Relate(_part, Relation + "comments", part);
        return root;
    }

    private XElement NewShapes()
    {
        var root =
            new XElement("xml", new XAttribute(XNamespace.Xmlns + "v", V), new XAttribute(XNamespace.Xmlns + "o", O), new XAttribute(XNamespace.Xmlns + "x", X),
                new XElement(V + "shapetype", new XAttribute("id", "_x0000_t202"), new XAttribute("coordsize", "21600,21600"), new XAttribute(O + "spt", "202"),
                    new XAttribute("path", "m,l,21600r21600,l21600,xe"),
                    new XElement(V + "stroke", new XAttribute("joinstyle", "miter")),
                    new XElement(V + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(O + "connecttype", "rect"))));
        var part = _package.FreeName("xl/drawings/vmlDrawing_mark", ".vml");
        _package.Add(part, new XDocument(root), null);
        _package.SetTypeOfExtension("vml", VmlType);
        var drawing = new XElement(_main + "legacyDrawing", new XAttribute(XNamespace.Xmlns + "r", R),
            new XAttribute(R + "id", _package.Relate(_part, Relation + "vmlDrawing", part)));
        if (_sheet.Elements().FirstOrDefault(IsBehind) is { } behind)
        {
            behind.AddBeforeSelf(drawing);
        }
        else
        {
            _sheet.Add(drawing);
        }

        return root;
    }

    private static bool IsBehind(XElement element) =>
        Behind.Contains(element.Name.LocalName)
            || (element.Name.LocalName == "AlternateContent" && element.Descendants().Any(inner => Behind.Contains(inner.Name.LocalName)));

    private XElement Shape(int row, int column, int length)
    {
        var top = Math.Max(0, row - 1);
        var anchor = FormattableString.Invariant($"{column + 1}, 12, {top}, 4, {column + 5}, 12, {top + 4 + length / 90}, 4");
        return new XElement(V + "shape", new XAttribute("id", FormattableString.Invariant($"_x0000_s{++_lastShape}")), new XAttribute("type", "#_x0000_t202"),
            new XAttribute("style", "position:absolute;visibility:hidden"), new XAttribute("fillcolor", "#ffffe1"), new XAttribute(O + "insetmode", "auto"),
            new XElement(V + "fill", new XAttribute("color2", "#ffffe1")),
            new XElement(V + "path", new XAttribute(O + "connecttype", "none")),
            new XElement(V + "textbox", new XAttribute("style", "mso-direction-alt:auto")),
            new XElement(X + "ClientData", new XAttribute("ObjectType", "Note"),
                new XElement(X + "MoveWithCells"), new XElement(X + "SizeWithCells"), new XElement(X + "Anchor", anchor), new XElement(X + "AutoFill", "False"),
                new XElement(X + "Row", row), new XElement(X + "Column", column)));
    }
}
