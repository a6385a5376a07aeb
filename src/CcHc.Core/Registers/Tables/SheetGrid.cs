using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Tables;

/// <summary>A cell as a reader of the printed sheet sees it: of a merged area (ô gộp) every cell shows the first one's content.</summary>
/// <param name="Row">Where the content is stored.</param>
/// <param name="Text">Normalized, trimmed, line breaks kept.</param>
internal readonly record struct GridCell(int Row, int Column, SheetCell Stored, string Text)
{
    public bool IsBlank => Text.Length == 0;

    public string Name => CellName.Of(Row, Column);
}

/// <summary>A sheet's cells by row and column with its merged areas filled.</summary>
internal sealed class SheetGrid
{
    // Wider than any register; what stands in columns beyond is nobody's task.
    private const int WidestTable = 256;

    private readonly int[] _numbers;
    private readonly GridCell[][] _cells;
    private readonly GridCell[]?[] _own;
    private readonly MergedCells _merges;
    private readonly Predicate<GridCell> _isOwn;

    // Rows are looked at one after another, each many times.
    private int _place;

    public SheetGrid(Sheet sheet)
    {
        Sheet = sheet;
        _numbers = [.. sheet.Rows.Select(row => row.Number)];
        _cells = [.. sheet.Rows.Select(CellsOf)];
        _own = new GridCell[_cells.Length][];
        _merges = new MergedCells(sheet.Merges, WidestTable);
        _isOwn = IsOwn;
    }

    public Sheet Sheet { get; }

    public HeaderTexts Headers { get; } = new();

    public GridCell At(int row, int column)
    {
        var (firstRow, firstColumn) = MergeAt(row, column) is { } area ? (area.FirstRow, area.FirstColumn) : (row, column);
        return Stored(firstRow, firstColumn);
    }

    /// <summary>Null for a cell that is not merged.</summary>
    public CellArea? MergeAt(int row, int column) => column <= WidestTable ? _merges.At(row, column) : null;

    /// <summary>Place in <see cref="Sheet.Rows"/> of the first row from a number on; their count when there is none.</summary>
    public int PlaceOf(int rowNumber)
    {
        if (_place >= _numbers.Length || _numbers[_place] != rowNumber)
        {
            var found = Array.BinarySearch(_numbers, rowNumber);
            _place = found < 0 ? ~found : found;
        }

        return _place;
    }

    /// <summary>The rows from one number to another, both included.</summary>
    public IEnumerable<SheetRow> RowsBetween(int first, int last)
    {
        for (var place = PlaceOf(first); place < _numbers.Length && _numbers[place] <= last; place++)
        {
            yield return Sheet.Rows[place];
        }
    }

    /// <summary>The row's own contents, left to right; what a merge brings down from above is not among them.</summary>
    public GridCell[] OwnCells(SheetRow row)
    {
        var place = PlaceOf(row.Number);
        return _own[place] ??= Array.TrueForAll(_cells[place], _isOwn) ? _cells[place] : Array.FindAll(_cells[place], _isOwn);
    }

    private bool IsOwn(GridCell cell) =>
        !cell.IsBlank && (MergeAt(cell.Row, cell.Column) is not { } area || (area.FirstRow == cell.Row && area.FirstColumn == cell.Column));

    private GridCell Stored(int row, int column)
    {
        var place = PlaceOf(row);
        if (place < _numbers.Length && _numbers[place] == row)
        {
            foreach (var cell in _cells[place])
            {
                if (cell.Column >= column)
                {
                    return cell.Column == column ? cell : Blank(row, column);
                }
            }
        }

        return Blank(row, column);
    }

    private static GridCell[] CellsOf(SheetRow row)
    {
        var count = row.Cells.Count;
        while (count > 0 && row.Cells[count - 1].Column > WidestTable)
        {
            count--;
        }

        var cells = new GridCell[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = Cell(row.Number, row.Cells[i]);
        }

        return cells;
    }

    private static GridCell Cell(int row, SheetCell cell) => new(row, cell.Column, cell, cell.IsBlank || cell.Kind == CellKind.Error ? "" : Clean(cell.Text));

    private static GridCell Blank(int row, int column) => new(row, column, new SheetCell(column, CellKind.Blank, ""), "");

    // Some exports write a line break as the two characters \n.
    private static string Clean(string text)
    {
        var normalized = VietnameseText.Normalize(text).Replace("\\n", "\n", StringComparison.Ordinal);
        return normalized.Contains('\n', StringComparison.Ordinal)
            ? string.Join('\n', normalized.Split('\n', StringSplitOptions.TrimEntries)).Trim() : normalized.Trim();
    }
}
