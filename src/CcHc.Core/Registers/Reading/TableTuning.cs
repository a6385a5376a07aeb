using System.Text.RegularExpressions;
using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Reading;

/// <summary>Lets the rows settle what a header leaves open: which of two task columns holds the tasks, and where unheaded numbers stand.</summary>
internal static partial class TableTuning
{
    private const int RowsLookedAt = 200;

    public static TableLayout Tune(TableLayout layout, SheetGrid grid, IReadOnlyList<SheetRow> rows)
    {
        var sample = rows.Take(RowsLookedAt).ToList();
        return CombinedColumn.Find(WithResults(WithProgress(WithNumbers(WithTask(layout, grid, sample), grid, sample), grid, sample), grid, sample));
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
            return layout.With(RegisterField.Number, new ColumnSpan(task.First, task.First))
                .With(RegisterField.Task, new ColumnSpan(task.First + 1, task.Last));
        }

        var left = task.First - 1;
        return left >= 1 && !layout.Headers.ContainsKey(left) && HoldsNumbers(grid, rows, left)
            ? layout.With(RegisterField.Number, new ColumnSpan(left, left))
            : layout;
    }

    /// <summary>Beside a column of due days, a column "Tiến độ" that says how far the work has come is no time.</summary>
    private static TableLayout WithProgress(TableLayout layout, SheetGrid grid, List<SheetRow> rows) =>
        layout.Columns.TryGetValue(RegisterField.Time, out var span) && IsHeadedBy(layout, span, "tien do") && !layout.Has(RegisterField.Status)
            && Most(grid, rows, span, cell => Share().IsMatch(cell.Text) || cell.Stored.Kind == CellKind.Number
                || (layout.Has(RegisterField.DueDate) && StatusParser.Read(cell.Text).Progress != TaskProgress.Unknown))
            ? layout.Without(RegisterField.Time).With(RegisterField.Status, span)
            : layout;

    /// <summary>A bare "Kết quả" that tells what was done is no product to hand in.</summary>
    private static TableLayout WithResults(TableLayout layout, SheetGrid grid, List<SheetRow> rows) =>
        layout.Columns.TryGetValue(RegisterField.Product, out var span) && IsHeadedBy(layout, span, "ket qua") && !layout.Has(RegisterField.Result)
            && Most(grid, rows, span, cell => Done().IsMatch(VietnameseText.Fold(cell.Text)))
            ? layout.Without(RegisterField.Product).With(RegisterField.Result, span)
            : layout;

    private static bool IsHeadedBy(TableLayout layout, ColumnSpan span, string words) =>
        layout.Headers.TryGetValue(span.First, out var header) && string.Equals(RegisterLayout.Fold(header), words, StringComparison.Ordinal);

    private static bool Most(SheetGrid grid, List<SheetRow> rows, ColumnSpan span, Func<GridCell, bool> holds)
    {
        var cells = rows.SelectMany(row => grid.OwnCells(row).Where(cell => cell.Column >= span.First && cell.Column <= span.Last)).ToList();
        return cells.Count > 0 && cells.Count(holds) * 2 > cells.Count;
    }

    private static int Count(SheetGrid grid, List<SheetRow> rows, ColumnSpan span) =>
        rows.Count(row => grid.OwnCells(row).Any(cell => cell.Column >= span.First && cell.Column <= span.Last));

    private static bool HoldsNumbers(SheetGrid grid, List<SheetRow> rows, int column)
    {
        var cells = rows.SelectMany(row => grid.OwnCells(row).Where(cell => cell.Column == column)).ToList();
        return cells.Count > 0 && cells.Count(cell => !TaskNumber.Read(cell.Text).IsNone) * 3 >= cells.Count * 2;
    }

    [GeneratedRegex(@"^[0-9]{1,3}([.,][0-9]+)? ?%$")]
    private static partial Regex Share();

    [GeneratedRegex(@"^[-+ ]*(da|dang|chua|hoan thanh|ht)\b")]
    private static partial Regex Done();
}
