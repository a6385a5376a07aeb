using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>A plain list (bảng danh mục) in a workbook: one header row, one thing a row. Columns are known by their header words, in any order.</summary>
internal sealed class ListTable<TColumn> where TColumn : struct, Enum
{
    /// <summary>A list has some hundred rows, a health workbook's answers some thousand.</summary>
    private const int MostRows = 10_000;

    private const int HeaderSearchRows = 30;
    private const int MostOfOneCode = 50;

    private readonly WorkbookContent _workbook;
    private readonly Sheet _sheet;
    private readonly int _headerRow;
    private readonly Dictionary<TColumn, int> _columns;
    private readonly MergedCells _merges;
    private readonly IReadOnlyList<Finding> _struck;

    private ListTable(WorkbookContent workbook, Sheet sheet, int headerRow, Dictionary<TColumn, int> columns, IReadOnlyList<Finding> struck) =>
        (_workbook, _sheet, _headerRow, _columns, _merges, _struck) =
            (workbook, sheet, headerRow, columns, new MergedCells(sheet.Merges, columns.Values.Max()), struck);

    /// <summary>The first row, on the first sheet in sight, that names all the required columns; null when there is none.</summary>
    /// <param name="columnOf">Column of a folded header, or null for other words.</param>
    public static ListTable<TColumn>? Find(WorkbookContent workbook, Func<string, TColumn?> columnOf, params IReadOnlyList<TColumn> required)
    {
        (workbook, var struck) = StruckCells.TakeBack(workbook);
        foreach (var sheet in workbook.Sheets.Where(s => !s.IsHidden))
        {
            foreach (var row in sheet.Rows.Take(HeaderSearchRows))
            {
                var columns = new Dictionary<TColumn, int>();
                foreach (var cell in row.Cells)
                {
                    if (columnOf(HeaderWords(cell.Text)) is { } column)
                    {
                        columns.TryAdd(column, cell.Column);
                    }
                }

                if (required.All(columns.ContainsKey))
                {
                    return new ListTable<TColumn>(workbook, sheet, row.Number, columns, [.. struck.Where(finding => finding.Sheet == sheet.Name)]);
                }
            }
        }

        return null;
    }

    /// <summary>The rows below the header; a row whose only cell is a merged heading, or one with nothing in the known columns, is passed over.</summary>
    public IEnumerable<Row> Rows() =>
        from row in _sheet.Rows.SkipWhile(row => row.Number <= _headerRow).Take(MostRows)
        where !IsHeading(row) && _columns.Values.Any(column => !row[column].IsBlank || row[column].Has(CellTraits.FormulaWithoutValue))
        select new Row(this, row);

    private bool IsHeading(SheetRow row)
    {
        var filled = row.Cells.Where(c => !c.IsBlank).Take(2).ToArray();
        return filled.Length == 1 && _merges.At(row.Number, filled[0].Column) is { } area && area.LastColumn > area.FirstColumn;
    }

    /// <summary>The findings about the list, those that hold for many rows once, and whether it goes on below what was read.</summary>
    public IReadOnlyList<Finding> Told(IReadOnlyList<Finding> findings)
    {
        var told = FindingAggregator.Collapse([.. findings, .. _struck], MostOfOneCode);
        var isCut = _sheet.Rows.Count > MostRows && _sheet.Rows.Count(row => row.Number > _headerRow) > MostRows;
        return isCut ? [.. told, ListFindings.TooLong(MostRows).At(_workbook.Path, _sheet.Name, null)] : told;
    }

    /// <summary>Folded, without a remark in brackets or a closing mark: "Hiệu lực từ (ngày) *" is "hieu luc tu".</summary>
    private static string HeaderWords(string text)
    {
        var folded = VietnameseText.Fold(text);
        var bracket = folded.IndexOf('(');
        return (bracket > 0 ? folded[..bracket] : folded).Trim(' ', '*', ':', '.');
    }

    /// <summary>One row of the list, asked by column.</summary>
    public sealed class Row(ListTable<TColumn> table, SheetRow row)
    {
        public int Number => row.Number;

        public SheetCell this[TColumn column] => table._columns.TryGetValue(column, out var at) ? row[at] : default(SheetCell) with { Text = "" };

        public string Line(TColumn column) => this[column].Kind == CellKind.Error ? "" : VietnameseText.OneLine(this[column].Text);

        public Finding At(TColumn column, FindingTemplate finding) =>
            finding.At(table._workbook.Path, table._sheet.Name, table._columns.TryGetValue(column, out var at)
                ? CellName.Of(row.Number, at) : CellName.Of(row.Number, 1));

        /// <summary>What is wrong with the stored values themselves: an error code, a formula nobody has calculated, a day that moves.</summary>
        public IEnumerable<Finding> Troubles() =>
            from entry in table._columns
            let finding = ListFindings.OfCell(row[entry.Value])
            where finding is not null
            orderby entry.Value
            select At(entry.Key, finding);
    }
}
