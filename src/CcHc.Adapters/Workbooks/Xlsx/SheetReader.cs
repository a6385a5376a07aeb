using System.Globalization;
using System.Xml;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>Reads one worksheet part (trang tính) from front to back: hidden columns, rows with content, merged areas.</summary>
internal sealed class SheetReader(XmlReader xml, CellReader cells, WorkbookBudget budget)
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
        if (number > CellReference.LastRow)
        {
            throw new WorkbookRefusedException(WorkbookRemarks.Damaged("số dòng vượt giới hạn của Excel"));
        }

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
            if (cell.Kind != CellKind.Blank || cell.Has(CellTraits.Formula | CellTraits.ValueHidden))
            {
                WorkbookBudget.Refuse(_cells.Count >= CellReference.LastColumn, "có dòng quá nhiều ô");
                _cells.Add(cell);
            }

            xml.Step();
        }

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
                throw new WorkbookRefusedException(WorkbookRemarks.Damaged("có ô bị lặp"));
            }
        }
    }

    private void ReadMerge()
    {
        budget.CountMerge();
        var area = xml.GetAttribute("ref").AsSpan();
        var colon = area.IndexOf(':');
        if (colon > 0 && CellReference.TryParse(area[..colon], out var firstRow, out var firstColumn) && CellReference.TryParse(area[(colon + 1)..], out var lastRow, out var lastColumn))
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
                throw new WorkbookRefusedException(WorkbookRemarks.Damaged("các dòng bị lặp hoặc sai thứ tự"));
            }
        }

        return rows;
    }

    private static int Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
