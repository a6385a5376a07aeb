using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers.Columns;

/// <summary>
/// Finds a table of tasks whose header nobody knows (bảng nhận ra theo ô): a row of short texts over columns of sentences, agencies and times.
/// </summary>
internal static class TableByCells
{
    private const int RowsSearched = 60;
    private const int RowsOfTasks = 300;
    private const int FewestColumns = 3;
    private const int FewestCells = 2;
    private const int FewestDuties = 5;
    private const int LongestHeader = 120;
    private const double Most = 0.5;

    /// <summary>Null where no row is such a header.</summary>
    public static TableLayout? Find(SheetGrid grid, CellNatures natures)
    {
        var rows = grid.Sheet.Rows;
        for (var place = 0; place < Math.Min(rows.Count, RowsSearched); place++)
        {
            var texts = grid.OwnCells(rows[place]);
            if ((texts.Length >= FewestColumns || NamesTheTask(grid, texts)) && texts.All(IsHeaderLike) && !HeaderReader.IsColumnCodes(texts)
                && Layout(grid, place, texts, natures) is { } layout)
            {
                return layout;
            }
        }

        return null;
    }

    /// <summary>A row with an agency and a time in cells of their own, where two rows at least have them; null for none.</summary>
    public static int? RowLikeATask(SheetGrid grid, CellNatures natures)
    {
        var found = grid.Sheet.Rows.Take(RowsOfTasks).Where(row =>
        {
            var kinds = grid.OwnCells(row).Select(natures.Of).ToList();
            return kinds.Exists(kind => (kind & CellNature.Agency) != 0) && kinds.Exists(kind => (kind & CellNature.Time) != 0);
        }).Select(row => row.Number).Take(FewestCells).ToList();
        return found.Count == FewestCells ? found[0] : null;
    }

    /// <summary>The first of several numbered rows that begin with what one does, on a sheet without agencies and times; null for none.</summary>
    public static int? FirstNumberedDuty(SheetGrid grid, CellNatures natures)
    {
        var found = grid.Sheet.Rows.Take(RowsOfTasks).Where(row => grid.OwnCells(row) is [var number, var words, ..]
            && (natures.Of(number) & CellNature.Number) != 0
            && (natures.Of(words) & (CellNature.Verb | CellNature.Sentence)) == (CellNature.Verb | CellNature.Sentence))
            .Select(row => row.Number).Take(FewestDuties).ToList();
        return found.Count == FewestDuties ? found[0] : null;
    }

    private static bool IsHeaderLike(GridCell cell) => cell.Stored.Kind == CellKind.Text && cell.Text.Length <= LongestHeader && cell.Text.Any(char.IsLetter);

    /// <summary>"STT | Nhiệm vụ" over columns nobody headed.</summary>
    private static bool NamesTheTask(SheetGrid grid, GridCell[] texts) =>
        texts.Length == FewestColumns - 1 && texts.Any(cell => grid.Headers.Known(cell.Text)?.Field == RegisterField.Task);

    private static TableLayout? Layout(SheetGrid grid, int place, GridCell[] texts, CellNatures natures)
    {
        var first = grid.Sheet.Rows[place].Number;
        // A row that names an agency or a time is one of the table's own.
        if (texts.Any(cell => (natures.Of(cell) & (CellNature.Agency | CellNature.Time)) != 0 && RegisterLayout.Recognise(cell.Text) is null))
        {
            return null;
        }

        var last = HeaderReader.LastRow(grid, place, texts);
        var below = grid.RowsBetween(last + 1, int.MaxValue).ToList();
        var written = HeaderColumns.Read(grid, first, last);
        var byHeader = HeaderColumns.Resolve(written, first, last) with { IsFoundByCells = true };
        IReadOnlyList<HeaderColumn> headers = [.. written, .. UnheadedColumns.Of(byHeader, grid, below, null)];
        var cells = ColumnEvidence.Measure(grid, below, [.. headers.Select(header => header.Span)], natures);
        var hasTimes = cells.Any(column => column.Cells >= FewestCells && column.Share(CellNature.Time) >= Most);
        var hasAgencies = cells.Any(column => column.Cells >= FewestCells && column.Share(CellNature.Agency) >= Most);
        var tasks = headers.Zip(cells).Where(pair => IsTask(pair.First, pair.Second)).OrderByDescending(pair => pair.Second.MeanWords)
            .Select(pair => pair.First).FirstOrDefault();
        if (!hasTimes || !hasAgencies || tasks is null)
        {
            return null;
        }

        return byHeader.Has(RegisterField.Task) ? byHeader : byHeader.With(RegisterField.Task, tasks.Span) with { Candidates = [tasks.Span] };
    }

    /// <summary>By its header or, where that says nothing of it, by its sentences.</summary>
    public static bool IsTask(HeaderColumn header, ColumnEvidence cells) =>
        header.Meaning?.Field == RegisterField.Task
        || (header.Meaning is null or { Field: RegisterField.Other } && cells.Cells >= FewestCells && cells.Share(CellNature.Sentence) >= 0.5
            && cells.Share(CellNature.Agency) < 0.5 && cells.Share(CellNature.Time) < 0.5);
}
