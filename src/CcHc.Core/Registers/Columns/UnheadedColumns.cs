using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers.Columns;

/// <summary>Columns of a table that have cells and no header (cột không tiêu đề).</summary>
internal static class UnheadedColumns
{
    private const int FewestCells = 2;
    private const int RowsLookedAt = 300;
    private const int MostBeside = 6;

    public static IEnumerable<HeaderColumn> Of(TableLayout layout, SheetGrid grid, IReadOnlyList<SheetRow> rows, int? sideTableFrom)
    {
        var headed = layout.HeaderColumns.SelectMany(header => Enumerable.Range(header.Span.First, header.Span.Last - header.Span.First + 1)).ToHashSet();
        // Where the header says little itself, more than one column may stand beside it without.
        var last = Math.Min(layout.LastColumn + (layout.IsFoundByCells ? MostBeside : 1), (sideTableFrom ?? int.MaxValue) - 1);
        return rows.Take(RowsLookedAt).SelectMany(grid.OwnCells)
            .Where(cell => cell.Column >= layout.FirstColumn && cell.Column <= last && !headed.Contains(cell.Column))
                .GroupBy(cell => cell.Column).Where(column => column.Count() >= FewestCells)
                .Select(column => new HeaderColumn(new ColumnSpan(column.Key, column.Key), "", [], null));
    }
}
