using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers;

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
    // Wider than any register; a merge over all 16,384 columns is not walked to its end.
    private const int WidestTable = 256;

    private readonly Dictionary<(int Row, int Column), GridCell> _cells = [];
    private readonly Dictionary<(int Row, int Column), CellArea> _merges = [];

    public SheetGrid(Sheet sheet)
    {
        Sheet = sheet;
        foreach (var row in sheet.Rows)
        {
            foreach (var cell in row.Cells)
            {
                _cells[(row.Number, cell.Column)] = new GridCell(row.Number, cell.Column, cell, cell.IsBlank || cell.Kind == CellKind.Error ? "" : Clean(cell.Text));
            }
        }

        var numbers = sheet.Rows.Select(row => row.Number).ToArray();
        foreach (var area in sheet.Merges)
        {
            Cover(area, numbers);
        }
    }

    public Sheet Sheet { get; }

    public GridCell At(int row, int column)
    {
        var (firstRow, firstColumn) = MergeAt(row, column) is { } area ? (area.FirstRow, area.FirstColumn) : (row, column);
        return Stored(firstRow, firstColumn);
    }

    /// <summary>Null for a cell that is not merged.</summary>
    public CellArea? MergeAt(int row, int column) => _merges.TryGetValue((row, column), out var area) ? area : null;

    /// <summary>The row's own contents, left to right; what a merge brings down from above is not among them.</summary>
    public IEnumerable<GridCell> OwnCells(SheetRow row) =>
        row.Cells.Where(cell => MergeAt(row.Number, cell.Column) is not { } area || (area.FirstRow == row.Number && area.FirstColumn == cell.Column))
            .Select(cell => Stored(row.Number, cell.Column))
            .Where(cell => !cell.IsBlank);

    private GridCell Stored(int row, int column) =>
        _cells.TryGetValue((row, column), out var cell) ? cell : new GridCell(row, column, new SheetCell(column, CellKind.Blank, ""), "");

    private void Cover(CellArea area, int[] rowNumbers)
    {
        var place = Array.BinarySearch(rowNumbers, area.FirstRow);
        for (var i = place < 0 ? ~place : place; i < rowNumbers.Length && rowNumbers[i] <= area.LastRow; i++)
        {
            for (var column = area.FirstColumn; column <= Math.Min(area.LastColumn, WidestTable); column++)
            {
                _merges[(rowNumbers[i], column)] = area;
            }
        }
    }

    // Some exports write a line break as the two characters \n.
    private static string Clean(string text)
    {
        var normalized = VietnameseText.Normalize(text).Replace("\\n", "\n", StringComparison.Ordinal);
        return normalized.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', normalized.Split('\n', StringSplitOptions.TrimEntries)).Trim() : normalized.Trim();
    }
}
