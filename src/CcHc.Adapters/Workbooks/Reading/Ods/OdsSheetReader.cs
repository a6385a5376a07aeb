using System.Collections;
using System.Globalization;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Sheets;
using CcHc.Core.Sheets.LegacyFonts;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Reading.Ods;

/// <summary>Reads one table of an OpenDocument spreadsheet (trang tính); rows and cells that are the same stand in the file once, with their number.</summary>
internal sealed class OdsSheetReader(XmlReader xml, OdsStyles styles, TextPool texts, WorkbookBudget budget)
{
    private readonly List<SheetRow> _rows = [];
    private readonly List<SheetCell> _cells = [];
    private readonly List<CellArea> _merges = [];
    private readonly List<CellComment> _comments = [];
    private readonly List<string> _sources = [];
    private readonly List<string> _columnStyles = [];
    private readonly BitArray _hiddenColumns = new(CellReference.LastColumn + 1);
    private readonly LegacyCells _legacy = new();
    private readonly OdsCellReader _reader = new(xml, styles, texts);
    private int _column;
    private int _row;

    public (ReadSheet Sheet, IReadOnlyList<string> Sources) Read(string name, bool isHidden)
    {
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            xml.Step();
            while (xml.ToElementBelow(depth))
            {
                switch (xml.LocalName)
                {
                    case "table-column":
                        AddColumns();
                        break;
                    case "table-row":
                        ReadRow();
                        break;
                    case "table-source":
                        _sources.Add(VietnameseText.OneLine(xml.GetAttribute("xlink:href")));
                        break;
                    case "shapes" or "forms" or "named-expressions" or "scenario":
                        xml.ToEnd();
                        break;
                }

                xml.Step();
            }
        }

        var sheet = new Sheet(name, _rows, MergedAreas.Within(_rows, _merges), isHidden) { Comments = _comments };
        return (new ReadSheet(sheet, _legacy), _sources);
    }

    private void AddColumns()
    {
        var (style, isHidden) = (xml.GetAttribute("table:default-cell-style-name") ?? "", xml.GetAttribute("table:visibility") is "collapse" or "filter");
        for (var count = Repeated("table:number-columns-repeated"); count > 0 && _columnStyles.Count < CellReference.LastColumn; count--)
        {
            _columnStyles.Add(style);
            _hiddenColumns[_columnStyles.Count] = isHidden;
        }
    }

    private void ReadRow()
    {
        budget.Pass();
        var repeated = Repeated("table:number-rows-repeated");
        var isHidden = xml.GetAttribute("table:visibility") is "collapse" or "filter";
        var rowStyle = xml.GetAttribute("table:default-cell-style-name") ?? "";
        _cells.Clear();
        _column = 0;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            xml.Step();
            while (xml.ToElementBelow(depth))
            {
                if (xml.LocalName is "table-cell" or "covered-table-cell")
                {
                    ReadCell(rowStyle);
                }

                xml.Step();
            }
        }

        if (_row + repeated > CellReference.LastRow && _cells.Count > 0)
        {
            throw new WorkbookRefusedException(WorkbookFindings.Damaged("số dòng vượt giới hạn của bảng tính"));
        }

        for (var i = 1; i <= repeated && _cells.Count > 0; i++)
        {
            budget.CountRow(_cells.Count);
            _rows.Add(new SheetRow(_row + i, _cells.ToArray(), isHidden));
        }

        _row = Math.Min(_row + repeated, CellReference.LastRow);
    }

    private void ReadCell(string rowStyle)
    {
        var repeated = Repeated("table:number-columns-repeated");
        if (xml.LocalName == "covered-table-cell" || _column >= CellReference.LastColumn)
        {
            xml.ToEnd();
            _column += repeated;
            return;
        }

        var (row, column) = (_row + 1, _column + 1);
        AddMerge(row, column);
        var columnStyle = column <= _columnStyles.Count ? _columnStyles[column - 1] : "";
        var cell = _reader.Read(column, rowStyle.Length > 0 ? rowStyle : columnStyle);
        if (_reader.Comment is { Length: > 0 } comment)
        {
            budget.CountComment();
            _comments.Add(new CellComment(row, column, comment));
        }

        if (_reader.Runs is { } runs)
        {
            _legacy.Add(row, column, [.. runs.Select(run => new FontRun(run.Text, run.Font.Legacy))]);
        }

        if (cell.Kind != CellKind.Blank || cell.Has(CellTraits.Formula | CellTraits.ValueHidden))
        {
            WorkbookBudget.Refuse(_column + repeated > CellReference.LastColumn, "có dòng quá nhiều ô");
            for (var i = 0; i < repeated; i++)
            {
                _cells.Add(cell with { Column = column + i, Traits = _hiddenColumns[column + i] ? cell.Traits | CellTraits.HiddenColumn : cell.Traits });
            }
        }

        _column += repeated;
    }

    private void AddMerge(int row, int column)
    {
        var (rows, columns) = (Repeated("table:number-rows-spanned"), Repeated("table:number-columns-spanned"));
        if (rows > 1 || columns > 1)
        {
            budget.CountMerge();
            _merges.Add(new CellArea(row, column, Math.Min(row + rows - 1, CellReference.LastRow), Math.Min(column + columns - 1, CellReference.LastColumn)));
        }
    }

    private int Repeated(string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Math.Clamp(count, 1, CellReference.LastRow) : 1;
}
