using System.Globalization;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>Reads one worksheet part (trang tính) from front to back: hidden columns, rows with content, merged areas.</summary>
/// <param name="scanner">Reads the rows in place of the XML reader; null where that reads them itself.</param>
internal sealed class WorksheetXmlReader(XmlReader xml, CellReader cells, WorkbookBudget budget, RowScanner? scanner = null)
{
    private readonly List<SheetRow> _rows = [];
    private readonly List<SheetCell> _cells = [];
    private readonly List<CellArea> _merges = [];
    private readonly AttributeText _attribute = new();
    private readonly string _rowName = xml.NameTable.Add("row");
    private readonly string _cellName = xml.NameTable.Add("c");

    public ReadSheet Read(string name, bool isHidden)
    {
        while (xml.Step())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "col" when xml.Depth == 2:
                    ReadColumn();
                    break;
                case "sheetData" when xml.Depth == 1 && !xml.IsEmptyElement && scanner is not null:
                    UnusualXmlException.Unless(!scanner.IsDone);
                    ScanRows(scanner);
                    break;
                case "sheetData" when xml.Depth == 1 && !xml.IsEmptyElement:
                    ReadRows();
                    break;
                case "mergeCell" when xml.Depth == 2:
                    ReadMerge();
                    break;
            }
        }

        return new ReadSheet(new Sheet(name, InOrder(_rows), MergesWithContent(), isHidden), cells.LegacyCells);
    }

    private void ReadColumn()
    {
        if (XmlBool.IsTrue(xml.GetAttribute("hidden")))
        {
            cells.HideColumns(Number(xml.GetAttribute("min")), Number(xml.GetAttribute("max")));
        }
    }

    private void ReadRows()
    {
        var depth = xml.Depth;
        var last = 0;
        xml.Step();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && ReferenceEquals(xml.LocalName, _rowName))
            {
                last = ReadRow(last);
                xml.Step();
            }
            else
            {
                xml.StepOver();
            }
        }
    }

    private void ScanRows(RowScanner rows)
    {
        var last = 0;
        for (var bytes = rows.Next(); !bytes.IsEmpty; bytes = rows.Next())
        {
            var tags = new TagScanner(bytes);
            while (!tags.IsAtEnd && tags.ToTag())
            {
                budget.Pass();
                var (given, isHidden) = rows.ReadTag(ref tags);
                last = given is { } number and > 0 ? number : last + 1;
                CheckRow(last);
                if (!tags.IsEmpty)
                {
                    ScanCells(ref tags, rows, last, isHidden);
                }
            }

            rows.Advance(bytes.Length - tags.Rest.Length);
        }
    }

    private void ScanCells(ref TagScanner tags, RowScanner rows, int row, bool isHidden)
    {
        _cells.Clear();
        cells.BeginRow(row);
        var column = 0;
        var isOrdered = true;
        while (tags.ToTag())
        {
            var cell = cells.Read(ref tags, rows, row, column);
            isOrdered &= cell.Column > column;
            column = cell.Column;
            Keep(cell);
        }

        tags.End("row"u8);
        EndRow(row, isHidden, isOrdered);
    }

    private static void CheckRow(int number)
    {
        if (number > CellReference.LastRow)
        {
            throw new WorkbookRefusedException(WorkbookFindings.Damaged("số dòng vượt giới hạn của Excel"));
        }
    }

    private int ReadRow(int previous)
    {
        budget.Pass();
        var number = previous + 1;
        var isHidden = false;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "r" when Number(_attribute.Read(xml)) is var given and > 0:
                    number = given;
                    break;
                case "hidden":
                    isHidden = XmlBool.IsTrue(xml.Value);
                    break;
            }
        }

        xml.MoveToElement();
        CheckRow(number);
        ReadCells(number, isHidden);
        return number;
    }

    private void ReadCells(int row, bool isHidden)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        _cells.Clear();
        var depth = xml.Depth;
        var column = 0;
        var isOrdered = true;
        xml.Step();
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || !ReferenceEquals(xml.LocalName, _cellName))
            {
                xml.StepOver();
                continue;
            }

            var cell = cells.Read(xml, row, column);
            isOrdered &= cell.Column > column;
            column = cell.Column;
            Keep(cell);
            xml.Step();
        }

        EndRow(row, isHidden, isOrdered);
    }

    private void Keep(SheetCell cell)
    {
        if (cell.Kind != CellKind.Blank || cell.Has(CellTraits.Formula | CellTraits.ValueHidden))
        {
            WorkbookBudget.Refuse(_cells.Count >= CellReference.LastColumn, "có dòng quá nhiều ô");
            _cells.Add(cell);
        }
    }

    private void EndRow(int row, bool isHidden, bool isOrdered)
    {
        if (_cells.Count > 0)
        {
            budget.CountRow(_cells.Count);
            if (!isOrdered)
            {
                PutInOrder();
            }

            _rows.Add(new SheetRow(row, _cells.ToArray(), isHidden));
        }
    }

    private void PutInOrder()
    {
        _cells.Sort((a, b) => a.Column.CompareTo(b.Column));
        for (var i = 1; i < _cells.Count; i++)
        {
            if (_cells[i].Column == _cells[i - 1].Column)
            {
                throw new WorkbookRefusedException(WorkbookFindings.Damaged("có ô bị lặp"));
            }
        }
    }

    private void ReadMerge()
    {
        budget.CountMerge();
        var area = xml.GetAttribute("ref").AsSpan();
        var colon = area.IndexOf(':');
        if (colon > 0 && CellReference.TryParse(area[..colon], out var firstRow, out var firstColumn)
            && CellReference.TryParse(area[(colon + 1)..], out var lastRow, out var lastColumn))
        {
            _merges.Add(new CellArea(firstRow, firstColumn, lastRow, lastColumn));
        }
    }

    private IReadOnlyList<CellArea> MergesWithContent() => MergedAreas.Within(_rows, _merges);

    private static IReadOnlyList<SheetRow> InOrder(List<SheetRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].Number <= rows[i - 1].Number)
            {
                throw new WorkbookRefusedException(WorkbookFindings.Damaged("các dòng bị lặp hoặc sai thứ tự"));
            }
        }

        return rows;
    }

    private static int Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
