using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers.Columns;

/// <summary>Another table beside the register (bảng phụ bên cạnh): lists for look-ups, counts for a chart.</summary>
internal static class SideTable
{
    /// <summary>What a register's own columns hold; codes and names of agencies stand in lists beside it as well.</summary>
    private static readonly RegisterField[] OwnFields =
    [
        RegisterField.Task, RegisterField.Product, RegisterField.Coordinating, RegisterField.Time, RegisterField.DueDate, RegisterField.ExtendedTo,
        RegisterField.Status,
        RegisterField.CompletedOn, RegisterField.Result, RegisterField.Note, RegisterField.Start,
    ];

    private const int RowsLookedAt = 300;

    /// <summary>
    /// Null when nothing stands apart. Columns apart are those behind a column that is blank throughout, none of whose headers is one of a register alone.
    /// </summary>
    public static int? FirstColumn(TableLayout layout, SheetGrid grid, IReadOnlyList<SheetRow> rows)
    {
        var last = layout.HeaderColumns.Where(header => header.Meaning is { } meaning && OwnFields.Contains(meaning.Field) || header.Tick is not null)
            .Select(header => header.Span.Last).DefaultIfEmpty(layout.LastColumn).Max();
        var headed = layout.HeaderColumns.SelectMany(header => Enumerable.Range(header.Span.First, header.Span.Last - header.Span.First + 1)).ToHashSet();
        var filled = FilledBehind(last, grid, rows);
        var farthest = Math.Max(layout.LastColumn, filled.Count == 0 ? 0 : filled.Max());
        for (var column = last + 1; column < farthest; column++)
        {
            if (!headed.Contains(column) && !filled.Contains(column))
            {
                return column;
            }
        }

        return null;
    }

    private static HashSet<int> FilledBehind(int last, SheetGrid grid, IReadOnlyList<SheetRow> rows)
    {
        var filled = new HashSet<int>();
        foreach (var row in rows.Take(RowsLookedAt))
        {
            var cells = grid.OwnCells(row);
            for (var i = cells.Length - 1; i >= 0 && cells[i].Column > last; i--)
            {
                filled.Add(cells[i].Column);
            }
        }

        return filled;
    }
}
