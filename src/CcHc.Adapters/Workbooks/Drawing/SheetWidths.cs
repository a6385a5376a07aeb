using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>Widths for columns whose own nobody kept (độ rộng cột), by what stands in them.</summary>
internal sealed class SheetWidths
{
    /// <summary>A column of answers, as wide as the page.</summary>
    public const double Answer = 100;

    private const double Usual = 9;
    private const double NarrowestOfTable = 6;
    private const double Unbroken = 14;
    private const double WidestOfTable = 36;
    private const double WidestElsewhere = 40;
    private const int MostColumns = 60;

    // What is still to be typed needs its room, too.
    private const double OfName = 30;
    private const double OfWords = 24;
    private const double OfStatus = 15;
    private const double OfDay = 12;

    /// <summary>Long text of a table is best read in about this many lines.</summary>
    private const double LinesOfTable = 2;

    private readonly Dictionary<int, double> _widths = [];

    private SheetWidths()
    {
    }

    public IEnumerable<KeyValuePair<int, double>> All => _widths.OrderBy(width => width.Key);

    public double this[int column] => _widths.GetValueOrDefault(column, Usual);

    /// <summary>Programs break merged text a little sooner.</summary>
    public double Across(CellArea area) => 0.95 * Enumerable.Range(area.FirstColumn, area.LastColumn - area.FirstColumn + 1).Sum(column => this[column]);

    public static SheetWidths Of(IReadOnlyList<SheetRow> rows, IReadOnlyList<FormArea> areas, IReadOnlyList<CellArea> merges)
    {
        var widths = new SheetWidths();
        var across = merges.Where(merge => merge.LastColumn > merge.FirstColumn).Select(merge => (merge.FirstRow, merge.FirstColumn)).ToHashSet();
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells.Where(cell => !cell.IsBlank && cell.Column <= MostColumns && !across.Contains((row.Number, cell.Column))))
            {
                if (areas.Any(area => area.Cells.Contains(row.Number, cell.Column)))
                {
                    widths.Grow(cell.Column, OfTable(cell.Text));
                }
                else if (areas.Count == 0)
                {
                    widths.Grow(cell.Column, cell.Column == 1 && LongestLine(cell.Text) > WidestElsewhere
                        ? Answer : Math.Clamp(LongestLine(cell.Text) + 2, Usual, WidestElsewhere));
                }
            }
        }

        foreach (var area in areas)
        {
            foreach (var column in area.TextColumns)
            {
                widths.Grow(column, OfWords);
            }

            widths.GrowIfAny(area.NameColumn, OfName);
            widths.GrowIfAny(area.StatusColumn, OfStatus);
            widths.GrowIfAny(area.DayColumn, OfDay);
        }

        return widths;
    }

    private void GrowIfAny(int? column, double width)
    {
        if (column is { } at)
        {
            Grow(at, width);
        }
    }

    private void Grow(int column, double width) => _widths[column] = Math.Max(width, _widths.GetValueOrDefault(column));

    private static double OfTable(string text)
    {
        var line = LongestLine(text);
        return Math.Clamp(Math.Max(LongestWord(text) + 2, Math.Max(Math.Min(line + 1, Unbroken), line / LinesOfTable)), NarrowestOfTable, WidestOfTable);
    }

    private static int LongestLine(string text) => text.Split('\n').Max(line => line.Length);

    private static int LongestWord(string text) => text.Split([' ', '\n']).Max(word => word.Length);
}
