using System.Text.RegularExpressions;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Sheets;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Plans.Tasks;

/// <summary>The tasks of a plan's tables (bảng phân công): which tables hold tasks, which go on with the one before, what stands above each.</summary>
internal static partial class TableTasks
{
    private const int MostLinesAbove = 6;
    private const int LongestLineAbove = 300;
    private const int LongestHeading = 80;

    /// <summary>In the order of the document; empty when no table assigns tasks.</summary>
    public static IReadOnlyList<PlanTask> Find(IReadOnlyList<PlanBlock> blocks)
    {
        var tables = new List<Found>();
        // A header at the foot of a page, its rows on the next.
        (IReadOnlyList<string> Lines, PlanTable Table)? headerAlone = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not PlanTable table || table.Rows.Count == 0)
            {
                continue;
            }

            var lines = LinesAbove(blocks, i);
            var last = tables.LastOrDefault();
            var alone = lines.Count == 0 && headerAlone?.Table.Columns == table.Columns ? headerAlone : null;
            headerAlone = null;
            if (alone is { } above && Read(above.Lines, above.Table with { Rows = [.. above.Table.Rows, .. table.Rows] }) is { } whole)
            {
                tables.Add(whole);
            }
            else if (last is not null && lines.Count == 0 && last.Columns == table.Columns)
            {
                last.Append(table);
            }
            else if (Read(lines, table) is { } found)
            {
                tables.Add(found);
            }
            else if (last is not null && last.Columns == table.Columns && Read(lines, table with { Rows = [.. last.Header, .. table.Rows] }) is { } headless)
            {
                tables.Add(headless);
            }
            else
            {
                headerAlone = (lines, table);
            }
        }

        return [.. tables.SelectMany(table => table.Tasks())];
    }

    private static Found? Read(IReadOnlyList<string> lines, PlanTable table)
    {
        var found = new Found(lines, table);
        return found.HasTasks ? found : null;
    }

    /// <summary>The headings right above a table: back to the table before, a long paragraph, or one that is no heading.</summary>
    private static List<string> LinesAbove(IReadOnlyList<PlanBlock> blocks, int table)
    {
        var lines = new List<string>();
        for (var i = table - 1; i >= 0 && lines.Count < MostLinesAbove && blocks[i] is PlanParagraph paragraph; i--)
        {
            if (paragraph.IsAside || PageNumber().IsMatch(paragraph.Text))
            {
                continue;
            }

            var line = VietnameseText.OneLine(paragraph.Text);
            if (line.Length > LongestLineAbove || Closing().IsMatch(VietnameseText.Fold(line)) || line[0] is '-' or '+' || IsSentence(line))
            {
                break;
            }

            lines.Insert(0, line);
        }

        return lines;
    }

    /// <summary>A heading does not end like a sentence; "(Kèm theo Quyết định …)" is none either.</summary>
    private static bool IsSentence(string line) => line.Length > LongestHeading && (line[^1] is '.' or ';' or ',');

    [GeneratedRegex(@"^\s*(?:trang\s*)?[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(noi nhan|luu ?:|chu tich$|tm\.|kt\.|tl\.)")]
    private static partial Regex Closing();

    /// <summary>A table that assigns tasks, with those that go on with it.</summary>
    private sealed class Found
    {
        private readonly IReadOnlyList<string> _lines;
        private TableSheet _sheet;
        private RegisterReading _reading;
        private readonly PlanTable _table;
        private List<PlanRow>? _joined;

        public Found(IReadOnlyList<string> lines, PlanTable table)
        {
            (_lines, _table, Columns) = (lines, table, table.Columns);
            (_sheet, _reading) = Parse(lines, table);
            Header = HasTasks ? [.. table.Rows.TakeWhile(row => !ReferenceEquals(row, _sheet.RowAt(_reading.Tasks[0].Place.Row)))
                .Where(row => row.Cells.Count(cell => cell.Text.Length > 0) > 1)] : [];
        }

        public int Columns { get; }

        public bool HasTasks => _reading.Tasks.Count > 0;

        /// <summary>The rows above the first task that are no section headings.</summary>
        public IReadOnlyList<PlanRow> Header { get; }

        public void Append(PlanTable next)
        {
            _joined ??= [.. _table.Rows];
            TableContinuation.Append(_joined, Header, next);
        }

        public IEnumerable<PlanTask> Tasks()
        {
            // Read again once all its parts are there.
            (_sheet, _reading) = _joined is null ? (_sheet, _reading) : Parse(_lines, _table with { Rows = _joined });
            return _reading.Tasks.Select(task => Task(task, _sheet.RowAt(task.Place.Row)!));
        }

        private static (TableSheet, RegisterReading) Parse(IReadOnlyList<string> lines, PlanTable table)
        {
            var sheet = new TableSheet(lines, table);
            return (sheet, RegisterParser.Parse(new WorkbookContent("plan", "", [sheet.ToSheet("Phụ lục")])));
        }

        private PlanTask Task(RegisterTask task, PlanRow row) => new()
        {
            Place = row.Place,
            Form = PlanTaskForm.TableRow,
            Number = task.Number,
            Area = task.Area,
            AreaText = AreaText(task),
            AreaLead = task.AreaLeadText,
            Text = VietnameseText.OneLine(task.Text),
            Product = ProductCell(task.Products),
            Lead = task.LeadText,
            Coordinating = task.CoordinatingText,
            Time = task.TimeText.Length == 0 && task.DueDate is { } due ? Vietnamese.Day(due) : task.TimeText,
            Note = task.Note,
            Source = string.Join(" | ", row.Cells.Select(cell => cell.Text).Where(text => text.Length > 0)),
        };

        /// <summary>The heading that names the field: the innermost of the section's that does, else the line above the table.</summary>
        private string AreaText(RegisterTask task)
        {
            var headings = task.Section.Split(" / ", StringSplitOptions.RemoveEmptyEntries).Concat(_lines);
            return headings.FirstOrDefault(heading => TaskAreaParser.Find(heading) == task.Area && task.Area != TaskArea.Other) ?? "";
        }

        private static string ProductCell(IReadOnlyList<string> products) =>
            products.Count == 1 ? products[0] : string.Join('\n', products.Select(product => "- " + product));
    }
}
