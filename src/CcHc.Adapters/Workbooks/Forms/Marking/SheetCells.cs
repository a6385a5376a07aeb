using System.Globalization;
using System.Xml.Linq;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Forms.Marking;

/// <summary>The cells of a sheet's part (ô trong tệp), found or made where a mark has to stand.</summary>
internal sealed class SheetCells
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    private readonly XElement _data;
    private readonly XNamespace _main;
    private readonly SortedDictionary<int, XElement> _rows = [];
    private readonly MergedCells _merges;

    /// <param name="merges">As they were read.</param>
    public SheetCells(XElement data, IEnumerable<CellArea> merges)
    {
        (_data, _main) = (data, data.Name.Namespace);
        _merges = new MergedCells(merges, LastColumn);
        var number = 0;
        foreach (var row in data.Elements(_main + "row"))
        {
            number = Number(row.Attribute("r")) ?? number + 1;
            row.SetAttributeValue("r", number);
            _rows.TryAdd(number, row);
        }
    }

    /// <summary>The cell, or of a merged area its first; null for a place no sheet has.</summary>
    /// <param name="name">"F12".</param>
    public XElement? Cell(string name)
    {
        if (Place(name) is not { } place)
        {
            return null;
        }

        var (row, column) = _merges.At(place.Row, place.Column) is { } area ? (area.FirstRow, area.FirstColumn) : place;
        var found = Row(row);
        foreach (var cell in Cells(found))
        {
            if (cell.Column == column)
            {
                return cell.Element;
            }

            if (cell.Column > column)
            {
                var before = New(row, column, found);
                cell.Element.AddBeforeSelf(before);
                return before;
            }
        }

        var last = New(row, column, found);
        found.Add(last);
        return last;
    }

    /// <summary>"F12" is row 12, column 6; null for what names no cell.</summary>
    public static (int Row, int Column)? Place(string name)
    {
        var letters = name.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(name.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return null;
        }

        var column = name.Take(letters).Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1);
        return row is >= 1 and <= LastRow && column <= LastColumn ? (row, column) : null;
    }

    /// <summary>The index of its look.</summary>
    public static int LookOf(XElement cell) => Number(cell.Attribute("s")) ?? 0;

    private XElement Row(int number)
    {
        if (_rows.TryGetValue(number, out var row))
        {
            return row;
        }

        row = new XElement(_main + "row", new XAttribute("r", number));
        if (_rows.Keys.FirstOrDefault(other => other > number) is var next and > 0)
        {
            _rows[next].AddBeforeSelf(row);
        }
        else
        {
            _data.Add(row);
        }

        return _rows[number] = row;
    }

    private XElement New(int row, int column, XElement inRow)
    {
        inRow.Attribute("spans")?.Remove();
        var look = (string?)inRow.Attribute("customFormat") is "1" or "true" ? Number(inRow.Attribute("s")) : null;
        return new XElement(_main + "c", new XAttribute("r", CellName.Of(row, column)), look is { } own ? new XAttribute("s", own) : null);
    }

    private IEnumerable<(int Column, XElement Element)> Cells(XElement row)
    {
        var column = 0;
        foreach (var cell in row.Elements(_main + "c").ToList())
        {
            column = Place((string?)cell.Attribute("r") ?? "")?.Column ?? column + 1;
            yield return (column, cell);
        }
    }

    private static int? Number(XAttribute? attribute) =>
        int.TryParse((string?)attribute, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
