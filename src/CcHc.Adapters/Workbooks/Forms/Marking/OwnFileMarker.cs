using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Forms.Marking;

/// <summary>
/// Marks an agency's own .xlsx (đánh dấu trên tệp của cơ quan): cells in question get a colour and a comment, a list goes before its sheets; formulas, lists,
/// formats and everything else stay as they are. Macros and signatures, which would no longer hold, are left out.
/// </summary>
internal sealed class OwnFileMarker
{
    private const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private const string SheetRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly PackageEdit _package;
    private readonly WorkbookContent _content;
    private readonly IReadOnlyList<Finding> _findings;
    private readonly Dictionary<string, (XElement Element, string Part)> _sheets = new(StringComparer.Ordinal);
    private string _workbookPart = "";
    private XElement _workbook = null!;
    private XNamespace _main = null!;

    private OwnFileMarker(PackageEdit package, WorkbookContent content, IReadOnlyList<Finding> findings) =>
        (_package, _content, _findings) = (package, content, findings);

    /// <returns>Null for a file that is no ordinary .xlsx: another format, one of the rarer kinds, or far larger than a form.</returns>
    public static byte[]? Mark(ReadOnlyMemory<byte> bytes, WorkbookContent content, IReadOnlyList<Finding> findings, string agencyName, DateOnly asOf)
    {
        if (WorkbookFormats.Of(bytes.Span) != WorkbookFormat.Zip)
        {
            return null;
        }

        try
        {
            using var package = new PackageEdit(bytes);
            return new OwnFileMarker(package, content, findings).Mark(agencyName, asOf);
        }
        catch (Exception trouble) when (trouble is WorkbookRefusedException or XmlException or InvalidDataException or NotSupportedException or IOException
            or ArgumentException)
        {
            // Its values were read; what else the package holds is beyond repair, or half a letter that no file can say (an ArgumentException), so they are
            // drawn again.
            return null;
        }
    }

    private byte[]? Mark(string agencyName, DateOnly asOf)
    {
        if (!Open() || _package.Of(StylesPart()) is not { } styles || MarkStyles.Of(styles) is not { } looks || ListLooks.AddTo(styles) is not { } listLooks)
        {
            return null;
        }

        var marks = new CellMarks(_findings);
        foreach (var sheet in _content.Sheets.DistinctBy(sheet => sheet.Name, StringComparer.Ordinal).Where(sheet => !MendingList.IsOne(sheet)))
        {
            if (_sheets.TryGetValue(sheet.Name, out var place) && !MarkSheet(sheet, place.Part, looks, marks))
            {
                return null;
            }
        }

        PutList(MendingList.Draw(_main, listLooks, _findings, _content.Sheets.Where(sheet => !sheet.IsHidden).Select(sheet => sheet.Name)
            .ToHashSet(StringComparer.Ordinal), agencyName, asOf));
        LeaveOut();
        return _package.ToBytes();
    }

    private bool Open()
    {
        _workbookPart = _package.RelationshipsOf("").FirstOrDefault(one => one.IsA("officeDocument"))?.Target ?? "";
        if (!_package.HasTypes || _package.Of(_workbookPart)?.Root is not { } root || root.Name.NamespaceName != Transitional)
        {
            return false;
        }

        (_workbook, _main) = (root, root.Name.Namespace);
        var parts = _package.RelationshipsOf(_workbookPart).Where(one => one.IsA("worksheet"))
            .ToLookup(one => one.Id, one => one.Target, StringComparer.Ordinal);
        foreach (var sheet in _workbook.Element(_main + "sheets")?.Elements(_main + "sheet") ?? [])
        {
            if ((string?)sheet.Attribute(R + "id") is { } id && parts[id].FirstOrDefault() is { } part && (string?)sheet.Attribute("name") is { } name)
            {
                _sheets.TryAdd(VietnameseText.Normalize(name), (sheet, part));
            }
        }

        return _sheets.Count > 0;
    }

    private string StylesPart() => _package.RelationshipsOf(_workbookPart).FirstOrDefault(one => one.IsA("styles"))?.Target ?? "";

    private bool MarkSheet(Sheet sheet, string part, MarkStyles looks, CellMarks marks)
    {
        if (_package.Of(part)?.Root is not { } root || root.Element(_main + "sheetData") is not { } data)
        {
            return false;
        }

        // One sheet in sight: two chosen together would both take what is typed into one.
        root.Descendants(_main + "sheetView").Attributes("tabSelected").Remove();
        var cells = new SheetCells(data, sheet.Merges);
        var notes = SheetNotes.Of(_package, part, root);
        foreach (var before in notes?.TakeOut() ?? [])
        {
            if (cells.Cell(before) is { } cell)
            {
                cell.SetAttributeValue("s", looks.Unmarked(SheetCells.LookOf(cell)));
            }
        }

        foreach (var name in marks.CellsOf(sheet.Name))
        {
            var tone = marks.ToneOf(sheet.Name, name);
            if (tone != RowTone.Plain && cells.Cell(name) is { } cell)
            {
                cell.SetAttributeValue("s", looks.Marked(SheetCells.LookOf(cell), tone));
                if (marks.CommentOf(sheet.Name, name) is { } words)
                {
                    notes?.Add((string)cell.Attribute("r")!, words);
                }
            }
        }

        return true;
    }

    private void PutList(XElement list)
    {
        if (_content.Sheets.FirstOrDefault(MendingList.IsOne) is { } old && _sheets.TryGetValue(old.Name, out var place))
        {
            _package.Add(place.Part, new XDocument(list), null);
            ShowSheet(place.Element.ElementsBeforeSelf(_main + "sheet").Count());
            return;
        }

        var part = _package.FreeName("xl/worksheets/sheet_mark", ".xml");
        _package.Add(part, new XDocument(list), SheetType);
        var sheets = _workbook.Element(_main + "sheets")!;
        var ids = sheets.Elements(_main + "sheet")
            .Select(sheet => uint.TryParse((string?)sheet.Attribute("sheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0);
        sheets.AddFirst(new XElement(_main + "sheet", new XAttribute("name", FreeSheetName()), new XAttribute("sheetId", ids.Max() + 1),
            new XAttribute(XNamespace.Xmlns + "r", R),
                new XAttribute(R + "id", _package.Relate(_workbookPart, SheetRelation, part))));
        foreach (var name in _workbook.Element(_main + "definedNames")?.Elements(_main + "definedName") ?? [])
        {
            if (int.TryParse((string?)name.Attribute("localSheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                name.SetAttributeValue("localSheetId", index + 1);
            }
        }

        ShowSheet(0);
    }

    private void ShowSheet(int index)
    {
        foreach (var view in _workbook.Element(_main + "bookViews")?.Elements(_main + "workbookView") ?? [])
        {
            view.SetAttributeValue("activeTab", index);
            view.SetAttributeValue("firstSheet", 0);
        }
    }

    private string FreeSheetName()
    {
        var taken = _sheets.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = MendingList.Name;
        for (var number = 2; taken.Contains(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{MendingList.Name} {number}");
        }

        return name;
    }

    private void LeaveOut()
    {
        if (_package.TypeOf(_workbookPart) is { } type && type != WorkbookType)
        {
            _package.SetType(_workbookPart, WorkbookType);
        }

        foreach (var part in _package.PartNames.Where(IsLeftOut).ToList())
        {
            _package.Remove(part);
        }

        _package.Unrelate(_workbookPart,
            type => type.EndsWith("/vbaProject", StringComparison.Ordinal) || type.EndsWith("/xlMacrosheet", StringComparison.Ordinal));
        _package.Unrelate("", type => type.EndsWith("/digital-signature/origin", StringComparison.Ordinal));
    }

    private static bool IsLeftOut(string part) =>
        part.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase)
            || Path.GetFileName(part).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)
        || part.Contains("/_rels/vbaProject", StringComparison.OrdinalIgnoreCase);
}
