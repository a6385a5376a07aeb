namespace CcHc.Core.Sheets;

/// <summary>A rectangle of cells, 1-based, both corners included.</summary>
public readonly record struct CellArea(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public bool Contains(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;

    /// <summary>True when some cell is in both.</summary>
    public bool Overlaps(CellArea other) =>
        FirstRow <= other.LastRow && other.FirstRow <= LastRow && FirstColumn <= other.LastColumn && other.FirstColumn <= LastColumn;
}

/// <summary>A row (dòng) with its non-blank cells in column order.</summary>
/// <param name="Number">1-based, as Excel shows it.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells, bool IsHidden = false)
{
    /// <summary>The cell of a 1-based column; a blank one where the row stores none.</summary>
    public SheetCell this[int column]
    {
        get
        {
            foreach (var cell in Cells)
            {
                if (cell.Column == column)
                {
                    return cell;
                }
            }

            return new SheetCell(column, CellKind.Blank, "");
        }
    }
}

/// <summary>A comment (chú thích) pinned to a cell: no part of what the cell says.</summary>
public readonly record struct CellComment(int Row, int Column, string Text);

/// <summary>One worksheet (trang tính): rows in order, empty ones left out.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows, IReadOnlyList<CellArea> Merges, bool IsHidden = false)
{
    public IReadOnlyList<CellComment> Comments { get; init; } = [];
}

/// <summary>A workbook (sổ Excel) as read from a private copy; nothing in it was followed or run.</summary>
/// <param name="Path">Path relative to the shared folder with forward slashes, or the bare file name.</param>
/// <param name="Hash">SHA-256 of the bytes read, lower-case hex.</param>
public sealed record WorkbookContent(string Path, string Hash, IReadOnlyList<Sheet> Sheets)
{
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>One of this product's own: a report, a list, a form, whatever it is called now.</summary>
    public bool IsOwnOutput { get; init; }
}
