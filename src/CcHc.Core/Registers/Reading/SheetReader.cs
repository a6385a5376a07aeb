using System.Text.RegularExpressions;
using CcHc.Core.Findings;
using CcHc.Core.Registers.Columns;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Registers.Years;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Reading;

/// <summary>The tasks of one table with what its header says.</summary>
internal sealed record TableReading(TableLayout Layout, IReadOnlyList<TaskDraft> Drafts);

/// <summary>The tables of one sheet; none when the sheet is no register.</summary>
internal sealed record SheetReading(Sheet Sheet, SheetTitle Title, IReadOnlyList<TableReading> Tables, bool IsTimetable)
{
    /// <summary>By the title, else by the name of the sheet, file or folder, else by the dates.</summary>
    public int? PlanYear { get; init; }

    /// <summary>What is to be said of a sheet without a table that looks as if it had tasks; null for any other.</summary>
    public FindingTemplate? Overlooked { get; init; }
}

/// <summary>Finds the tables of a sheet and reads each.</summary>
internal static partial class SheetReader
{
    /// <summary>A column such as "days left" may well be counted from today.</summary>
    private static readonly RegisterField[] TimeFields = [RegisterField.Time, RegisterField.DueDate, RegisterField.ExtendedTo, RegisterField.CompletedOn];

    public static SheetReading Read(Sheet sheet, FindingList findings, int? nameYear, CellNatures natures, ColumnAnswers answers)
    {
        var grid = new SheetGrid(sheet);
        var headers = Headers(grid);
        if (headers.Count == 0 && TableByCells.Find(grid, natures) is { } byCells)
        {
            headers.Add((byCells, false));
        }

        var title = headers.Count > 0 ? SheetTitle.Read(grid, headers[0].Layout.FirstHeaderRow, SideTable.FirstColumn(headers[0].Layout, grid, grid.Sheet.Rows)
            ?? int.MaxValue) : SheetTitle.None;
        var tables = new List<TableReading>();
        var planYear = title.PlanYear ?? nameYear;
        var isTimetable = false;
        var captions = Captions(grid, headers);
        var notRows =
            headers.SelectMany(header => Enumerable.Range(header.Layout.FirstHeaderRow, header.Layout.LastHeaderRow - header.Layout.FirstHeaderRow + 1))
                .Concat(captions.Values.SelectMany(caption => caption.Rows)).ToHashSet();
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].IsRepeat)
            {
                continue;
            }

            var rows = Rows(grid, headers, i).Where(row => !notRows.Contains(row.Number)).ToList();
            var (assigned, questions) = ColumnRoles.Assign(headers[i].Layout, grid, rows, natures, answers);
            var layout = TableTuning.Tune(assigned, grid, rows);
            if (SheetSize.IsTableTooLarge(layout, rows.Count))
            {
                findings.Add(RegisterFindings.SheetTooLarge(SheetSize.MostRows), CellName.Of(layout.FirstHeaderRow, layout.FirstColumn));
                continue;
            }

            if (CountsTasks(grid, layout, rows))
            {
                continue;
            }

            if (IsTimetable(grid, layout, rows))
            {
                isTimetable = true;
                continue;
            }

            if (layout.IsFoundByCells)
            {
                findings.Add(RegisterFindings.TableByCells(layout.FirstHeaderRow), CellName.Of(layout.FirstHeaderRow, layout.FirstColumn));
            }

            foreach (var question in questions)
            {
                findings.Add(question.Finding, CellName.Of(layout.LastHeaderRow, question.Column), question.Code);
            }

            CheckCells(layout, rows, findings);
            if (planYear is null && !PlanYearParser.IsSpan(title.Text))
            {
                PlanYearEvidence.Find(grid, layout, rows, out planYear, out var source);
                if (planYear is { } found)
                {
                    findings.Add(RegisterFindings.PlanYearInferred(found, source));
                }
            }

            SideNotes.CheckComments(layout, rows, sheet, findings);
            tables.Add(new TableReading(layout, new TableReader(grid, layout, title, captions.GetValueOrDefault(i)?.Heading, rows, planYear, findings).Read()));
        }

        return new SheetReading(sheet, title, tables, isTimetable) 
        {
            PlanYear = planYear,
            Overlooked = headers.Count > 0 ? null
                : TableByCells.RowLikeATask(grid, natures) is { } task ? RegisterFindings.TasksOverlooked(task)
                : TableByCells.FirstNumberedDuty(grid, natures) is { } duty ? RegisterFindings.DutiesOverlooked(duty) : null,
        };
    }

    /// <summary>Every header of a sheet; a repeat is the one before it printed again on a further page.</summary>
    private static List<(TableLayout Layout, bool IsRepeat)> Headers(SheetGrid grid)
    {
        var headers = new List<(TableLayout Layout, bool IsRepeat)>();
        for (var i = 0; i < grid.Sheet.Rows.Count; i++)
        {
            var isInsideHeader = headers.Count > 0 && grid.Sheet.Rows[i].Number <= headers[^1].Layout.LastHeaderRow;
            if (!isInsideHeader && HeaderReader.Read(grid, i) is { } layout)
            {
                headers.Add((layout, headers.Count > 0 && headers[^1].Layout.IsRepeatedBy(layout)
                    && !IsSigned(grid, headers[^1].Layout.LastHeaderRow, layout.FirstHeaderRow)));
            }
        }

        return headers;
    }

    /// <summary>True when a table ends with a signature between two rows: the same header below it begins another appendix.</summary>
    private static bool IsSigned(SheetGrid grid, int after, int before) =>
        grid.RowsBetween(after + 1, before - 1).Any(row => RowClassifier.IsClosing(grid.OwnCells(row)));

    /// <summary>The captions of a sheet with several tables, by the place of their header.</summary>
    private static Dictionary<int, TableCaption> Captions(SheetGrid grid, List<(TableLayout Layout, bool IsRepeat)> headers)
    {
        var own = Enumerable.Range(0, headers.Count).Where(i => !headers[i].IsRepeat).ToList();
        return own.Count < 2 ? [] : own.ToDictionary(i => i, i => TableCaption.Above(grid, headers[i].Layout.FirstHeaderRow, isFirst: i == 0));
    }

    /// <summary>The rows below a header, up to the next table.</summary>
    private static IEnumerable<SheetRow> Rows(SheetGrid grid, List<(TableLayout Layout, bool IsRepeat)> headers, int first)
    {
        var next = headers.FindIndex(first + 1, header => !header.IsRepeat);
        return grid.RowsBetween(headers[first].Layout.LastHeaderRow + 1, next < 0 ? int.MaxValue : headers[next].Layout.FirstHeaderRow - 1);
    }

    /// <summary>A table of statistics has numbers where a register has the tasks' words.</summary>
    private static bool CountsTasks(SheetGrid grid, TableLayout layout, List<SheetRow> rows)
    {
        var task = layout.Columns[RegisterField.Task];
        return AreMost(grid, rows, task, cell => !cell.Text.Any(char.IsLetter));
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

        return AreMost(grid, rows, time with { Last = time.First }, IsHour);
    }

    private static bool IsHour(GridCell cell) =>
        (cell.Stored.Kind == CellKind.Date && cell.Stored.Number < 1)
        || (BeginsLikeAnHour(cell.Text) && Hour().IsMatch(VietnameseText.Fold(cell.Text)));

    /// <summary>"7h30", "từ 8 giờ", "lúc 14:00".</summary>
    private static bool BeginsLikeAnHour(string text) => FoldedLetters.Of(text[0]) switch
    {
        't' or 'l' => text.Length > 1 && FoldedLetters.Of(text[1]) == 'u',
        var first => char.IsAsciiDigit(first),
    };

    /// <summary>True when more than half of the columns' own cells are so.</summary>
    private static bool AreMost(SheetGrid grid, List<SheetRow> rows, ColumnSpan columns, Func<GridCell, bool> isSo)
    {
        var (count, so) = (0, 0);
        foreach (var row in rows)
        {
            foreach (var cell in grid.OwnCells(row))
            {
                if (cell.Column >= columns.First && cell.Column <= columns.Last)
                {
                    count++;
                    so += isSo(cell) ? 1 : 0;
                }
            }
        }

        return so * 2 > count;
    }

    private static void CheckCells(TableLayout layout, List<SheetRow> rows, FindingList findings)
    {
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells)
            {
                if (cell.Column >= layout.FirstColumn && cell.Column <= layout.LastColumn && FaultOf(cell, layout) is { } fault)
                {
                    findings.Add(fault, CellName.Of(row.Number, cell.Column));
                }
            }
        }
    }

    /// <summary>Why what a cell shows cannot be relied on; null for one that can.</summary>
    private static FindingTemplate? FaultOf(SheetCell cell, TableLayout layout) =>
        cell.Kind == CellKind.Error ? RegisterFindings.ErrorCell(cell.Text)
        : cell.Has(CellTraits.ValueHidden) ? SheetFindings.ValueHidden
        : cell.Has(CellTraits.FormulaWithoutValue) ? RegisterFindings.FormulaWithoutValue
        : cell.Has(CellTraits.VolatileFormula) && IsTime(cell.Column, layout) ? RegisterFindings.DateUnstable : null;

    private static bool IsTime(int column, TableLayout layout) =>
        TimeFields.Any(field => layout.Columns.TryGetValue(field, out var span) && column >= span.First && column <= span.Last);

    [GeneratedRegex(@"^(tu |luc )?[0-9]{1,2} ?(h|g|gio|:)( ?[0-9]{2})?(?![0-9])")]
    private static partial Regex Hour();
}
