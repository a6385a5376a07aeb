using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>A table of a filled form (bảng trong biểu mẫu), known by its header words on whatever sheet it stands.</summary>
internal sealed class FormTable<TColumn> where TColumn : struct, Enum
{
    /// <summary>A form has some hundred rows; what lies thousands below its headings was never typed there.</summary>
    public const int MostRows = 3_000;

    private const int HeaderSearchRows = 60;

    private readonly Dictionary<TColumn, int> _columns;
    private readonly MergedCells _merges;
    private readonly Dictionary<int, SheetRow> _below;

    private FormTable(Sheet sheet, int headerRow, Dictionary<TColumn, int> columns)
    {
        (Sheet, HeaderRow, _columns) = (sheet, headerRow, columns);
        var below = sheet.Rows.SkipWhile(row => row.Number <= headerRow).Take(MostRows + 1).ToList();
        IsCut = below.Count > MostRows;
        _merges = new MergedCells(sheet.Merges.Where(area => area.LastRow > area.FirstRow && area.FirstRow > headerRow), int.MaxValue);
        _below = below.DistinctBy(row => row.Number).ToDictionary(row => row.Number);
        Rows = [.. below.Take(MostRows).Select(row => new FormTableRow<TColumn>(this, row))];
    }

    public Sheet Sheet { get; }

    public int HeaderRow { get; }

    public IReadOnlyList<FormTableRow<TColumn>> Rows { get; }

    /// <summary>There are rows below <see cref="Rows"/> that are not looked at.</summary>
    public bool IsCut { get; }

    /// <summary>The best header row of each sheet that has the required columns; sheets in sight first.</summary>
    /// <param name="required">Each of these groups with one of its columns at least.</param>
    public static IReadOnlyList<FormTable<TColumn>> FindAll(WorkbookContent workbook, Func<string, TColumn?> columnOf, IReadOnlyList<TColumn[]> required) =>
        [.. workbook.Sheets.OrderBy(sheet => sheet.IsHidden).Select(sheet => Find(sheet, columnOf, required)).OfType<FormTable<TColumn>>()];

    public bool Has(TColumn column) => _columns.ContainsKey(column);

    /// <summary>1-based; null when the table has no such column.</summary>
    public int? At(TColumn column) => _columns.TryGetValue(column, out var at) ? at : null;

    /// <summary>The row whose cell stands for a merged one of this row and column; the row's own number where it is not merged.</summary>
    internal int RowOfCell(int row, int column) => _merges.At(row, column) is { } area && area.FirstColumn == column ? area.FirstRow : row;

    internal SheetCell CellAt(int row, int column) => _below.TryGetValue(row, out var found) ? found[column] : new SheetCell(column, CellKind.Blank, "");

    private static FormTable<TColumn>? Find(Sheet sheet, Func<string, TColumn?> columnOf, IReadOnlyList<TColumn[]> required)
    {
        FormTable<TColumn>? best = null;
        foreach (var row in sheet.Rows.Take(HeaderSearchRows))
        {
            var columns = new Dictionary<TColumn, int>();
            foreach (var cell in row.Cells.Where(cell => cell.Kind == CellKind.Text))
            {
                if (columnOf(cell.Text) is { } column)
                {
                    columns.TryAdd(column, cell.Column);
                }
            }

            if (columns.Count > (best?._columns.Count ?? 0) && required.All(group => group.Any(columns.ContainsKey)))
            {
                best = new FormTable<TColumn>(sheet, row.Number, columns);
            }
        }

        return best;
    }
}

/// <summary>One row below the headings of a form's table.</summary>
internal sealed class FormTableRow<TColumn>(FormTable<TColumn> table, SheetRow row) where TColumn : struct, Enum
{
    public int Number => row.Number;

    public bool IsHidden => row.IsHidden;

    public string Sheet => table.Sheet.Name;

    /// <summary>One answer may be merged over several rows: it counts for each.</summary>
    public SheetCell this[TColumn column] => table.At(column) is not { } at ? new SheetCell(1, CellKind.Blank, "")
        : row[at] is { IsBlank: false } own ? own
        : table.RowOfCell(row.Number, at) is var first && first != row.Number && IsMergeable(column) ? table.CellAt(first, at)
        : row[at];

    /// <summary>The cell's words; none of an error.</summary>
    public string Text(TColumn column) => this[column] is { IsBlank: false, Kind: not CellKind.Error } cell ? VietnameseText.Normalize(cell.Text).Trim() : "";

    public string Line(TColumn column) => VietnameseText.OneLine(Text(column));

    /// <summary>What stands first in the row, in whatever column; empty of a blank row.</summary>
    public string FirstWords() => row.Cells.FirstOrDefault(cell => !cell.IsBlank) is { Text: { } text } ? VietnameseText.OneLine(text) : "";

    /// <summary>Something stands there, be it an error or a formula without a value.</summary>
    public bool IsFilled(TColumn column) => this[column] is var cell && (!cell.IsBlank || cell.Has(CellTraits.FormulaWithoutValue));

    /// <summary>"F12"; of a column the table does not have the row's first cell.</summary>
    public string Cell(TColumn column) =>
        CellName.Of(IsMergeable(column) && row[PlaceOf(column)].IsBlank ? table.RowOfCell(row.Number, PlaceOf(column)) : row.Number, PlaceOf(column));

    /// <summary>1-based; 1 for a column the table does not have.</summary>
    public int PlaceOf(TColumn column) => table.At(column) ?? 1;

    /// <summary>A figure merged over two rows is the figure of neither, and a key is of one row.</summary>
    private static bool IsMergeable(TColumn column) => column is not (FigureColumn.Value or FigureColumn.Code or TaskColumn.Key or TaskColumn.Number);

    public Finding Say(string file, TColumn column, FindingTemplate finding) => finding.At(file, Sheet, Cell(column));
}
