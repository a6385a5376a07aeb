using System.Text.RegularExpressions;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers;

/// <summary>The tasks of one table with what its header says.</summary>
internal sealed record TableReading(TableLayout Layout, IReadOnlyList<TaskDraft> Drafts);

/// <summary>The tables of one sheet; none when the sheet is no register.</summary>
internal sealed record SheetReading(Sheet Sheet, SheetTitle Title, IReadOnlyList<TableReading> Tables, bool IsTimetable);

/// <summary>Finds the tables of a sheet and reads each.</summary>
internal static partial class SheetReader
{
    public static SheetReading Read(Sheet sheet, FindingList findings)
    {
        var grid = new SheetGrid(sheet);
        var headers = Headers(grid);
        var title = headers.Count > 0 ? SheetTitle.Read(grid, headers[0].FirstHeaderRow) : SheetTitle.None;
        var tables = new List<TableReading>();
        var isTimetable = false;
        for (var i = 0; i < headers.Count; i++)
        {
            var end = i + 1 < headers.Count ? headers[i + 1].FirstHeaderRow : int.MaxValue;
            var rows = Rows(grid, headers[i], end);
            var layout = TableTuning.Tune(headers[i], grid, rows);
            if (IsTimetable(grid, layout, rows))
            {
                isTimetable = true;
                continue;
            }

            CheckCells(layout, rows, findings);
            tables.Add(new TableReading(layout, new TableReader(grid, layout, title, rows, findings).Read()));
        }

        return new SheetReading(sheet, title, tables, isTimetable);
    }

    /// <summary>Headers of different tables; the same one printed again on a further page is left out.</summary>
    private static List<TableLayout> Headers(SheetGrid grid)
    {
        var headers = new List<TableLayout>();
        for (var i = 0; i < grid.Sheet.Rows.Count; i++)
        {
            if ((headers.Count > 0 && grid.Sheet.Rows[i].Number <= headers[^1].LastHeaderRow) || HeaderReader.Read(grid, i) is not { } layout)
            {
                continue;
            }

            if (headers.Count == 0 || !headers[^1].IsRepeatedBy(layout))
            {
                headers.Add(layout);
            }
        }

        return headers;
    }

    private static List<SheetRow> Rows(SheetGrid grid, TableLayout layout, int end)
    {
        var rows = new List<SheetRow>();
        var skippedUpTo = layout.LastHeaderRow;
        for (var i = 0; i < grid.Sheet.Rows.Count; i++)
        {
            var row = grid.Sheet.Rows[i];
            if (row.Number <= skippedUpTo || row.Number >= end)
            {
                continue;
            }

            if (HeaderReader.Read(grid, i) is { } repeated && layout.IsRepeatedBy(repeated))
            {
                skippedUpTo = repeated.LastHeaderRow;
                continue;
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>A meeting schedule gives hours, or a place and attendees without any product.</summary>
    private static bool IsTimetable(SheetGrid grid, TableLayout layout, List<SheetRow> rows)
    {
        if (layout.Has(RegisterField.Meeting) && !layout.Has(RegisterField.Product))
        {
            return true;
        }

        if (!layout.Columns.TryGetValue(RegisterField.Time, out var time))
        {
            return false;
        }

        var cells = rows.SelectMany(row => grid.OwnCells(row).Where(cell => cell.Column == time.First)).ToList();
        return cells.Count > 0 && cells.Count(IsHour) * 2 > cells.Count;
    }

    private static bool IsHour(GridCell cell) =>
        (cell.Stored.Kind == CellKind.Date && cell.Stored.Number < 1) || Hour().IsMatch(VietnameseText.Fold(cell.Text));

    private static void CheckCells(TableLayout layout, List<SheetRow> rows, FindingList findings)
    {
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells.Where(cell => cell.Column >= layout.FirstColumn && cell.Column <= layout.LastColumn))
            {
                var name = CellName.Of(row.Number, cell.Column);
                if (cell.Kind == CellKind.Error)
                {
                    findings.Add(RegisterRemarks.ErrorCell(cell.Text), name);
                }
                else if (cell.Has(CellTraits.FormulaWithoutValue))
                {
                    findings.Add(RegisterRemarks.FormulaWithoutValue, name);
                }
                else if (cell.Has(CellTraits.VolatileFormula))
                {
                    findings.Add(RegisterRemarks.DateUnstable, name);
                }
            }
        }
    }

    [GeneratedRegex(@"^(tu |luc )?[0-9]{1,2} ?(h|g|gio|:)( ?[0-9]{2})?(?![0-9])")]
    private static partial Regex Hour();
}
