using CcHc.Core.Sheets;

namespace CcHc.Core.Registers;

/// <summary>Lets the rows settle what a header leaves open: which of two task columns holds the tasks, and where unheaded numbers stand.</summary>
internal static class TableTuning
{
    private const int RowsLookedAt = 200;

    public static TableLayout Tune(TableLayout layout, SheetGrid grid, IReadOnlyList<SheetRow> rows)
    {
        var sample = rows.Take(RowsLookedAt).ToList();
        return WithNumbers(WithTask(layout, grid, sample), grid, sample);
    }

    /// <summary>The task column is the one that is filled oftenest; another one is merged or written once for several rows.</summary>
    private static TableLayout WithTask(TableLayout layout, SheetGrid grid, List<SheetRow> rows)
    {
        if (layout.Candidates.Count < 2)
        {
            return layout;
        }

        var filled = layout.Candidates.Select(span => (Span: span, Count: Count(grid, rows, span))).OrderByDescending(pair => pair.Count).ToList();
        var task = filled[0].Span;
        var general = filled.Skip(1).FirstOrDefault(pair => pair.Count > 0 && pair.Span.First < task.First);
        var tuned = layout.With(RegisterField.Task, task);
        return general.Count > 0 && !layout.Has(RegisterField.General) ? tuned.With(RegisterField.General, general.Span) : tuned;
    }

    private static TableLayout WithNumbers(TableLayout layout, SheetGrid grid, List<SheetRow> rows)
    {
        if (layout.Has(RegisterField.Number))
        {
            return layout;
        }

        var task = layout.Columns[RegisterField.Task];
        if (task.Last > task.First && HoldsNumbers(grid, rows, task.First))
        {
            return layout.With(RegisterField.Number, new ColumnSpan(task.First, task.First)).With(RegisterField.Task, new ColumnSpan(task.First + 1, task.Last));
        }

        var left = task.First - 1;
        return left >= 1 && !layout.Headers.ContainsKey(left) && HoldsNumbers(grid, rows, left)
            ? layout.With(RegisterField.Number, new ColumnSpan(left, left))
            : layout;
    }

    private static int Count(SheetGrid grid, List<SheetRow> rows, ColumnSpan span) =>
        rows.Count(row => grid.OwnCells(row).Any(cell => cell.Column >= span.First && cell.Column <= span.Last));

    private static bool HoldsNumbers(SheetGrid grid, List<SheetRow> rows, int column)
    {
        var cells = rows.SelectMany(row => grid.OwnCells(row).Where(cell => cell.Column == column)).ToList();
        return cells.Count > 0 && cells.Count(cell => !TaskNumber.Read(cell.Text).IsNone) * 3 >= cells.Count * 2;
    }
}
