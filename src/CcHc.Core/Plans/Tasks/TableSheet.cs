using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Plans.Tasks;

/// <summary>
/// A plan's table as the sheet of a register (bảng phụ lục): the lines above it, then its rows. Columns and rows are recognised by
/// <see cref="RegisterParser"/>, so that a
/// plan's table and a register are read by one rule.
/// </summary>
internal sealed class TableSheet
{
    private readonly List<SheetRow> _rows = [];
    private readonly List<CellArea> _merges = [];
    private readonly Dictionary<int, PlanRow> _sources = [];
    private readonly int _columns;
    private int _next = 1;

    public TableSheet(IEnumerable<string> linesAbove, PlanTable table)
    {
        _columns = Math.Max(1, table.Columns);
        foreach (var line in linesAbove)
        {
            // As wide as the table: a line in the first column alone could be taken for its heading.
            _merges.Add(new CellArea(_next, 1, _next, _columns));
            _rows.Add(new SheetRow(_next, [Cell(1, line)]));
            _next += 2;
        }

        foreach (var row in table.Rows)
        {
            Add(row);
        }
    }

    public Sheet ToSheet(string name) => new(name, _rows, _merges);

    /// <summary>The plan's row behind a row of the sheet; null for the lines above the table.</summary>
    public PlanRow? RowAt(int number) => _sources.GetValueOrDefault(number);

    private void Add(PlanRow row)
    {
        foreach (var cell in row.Cells.Where(cell => cell.ColumnSpan > 1 || cell.RowSpan > 1))
        {
            _merges.Add(new CellArea(_next, cell.Column, _next + cell.RowSpan - 1, cell.Column + cell.ColumnSpan - 1));
        }

        _rows.Add(new SheetRow(_next, [.. row.Cells.Select(cell => Cell(cell.Column, cell.Text)).Where(cell => !cell.IsBlank)]));
        _sources[_next++] = row;
    }

    private static SheetCell Cell(int column, string text) => new(column, CellKind.Text, VietnameseText.Normalize(text));
}
