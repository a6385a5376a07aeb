using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace CcHc.Adapters.Documents.Pdf;

/// <summary>A straight line parallel to an edge of the page: at one height from one side to the other, or at one side from bottom to top.</summary>
internal readonly record struct Ruling(double At, double From, double To);

/// <summary>
/// The ruled tables of a page (bảng có kẻ ô): lines that meet make a grid, and where a line is missing between two places their cell is merged.
/// </summary>
internal sealed class PdfGrid
{
    private const double Near = 2.5;
    private const double Thinnest = 4;
    private const double Shortest = 6;
    private const int MostRulings = 6_000;

    private readonly double[] _xs;
    private readonly double[] _ys;
    private readonly int[] _roots;

    private PdfGrid(double[] xs, double[] ys, IReadOnlyList<Ruling> across, IReadOnlyList<Ruling> down)
    {
        (_xs, _ys) = (xs, ys);
        _roots = [.. Enumerable.Range(0, Columns * Rows)];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var (x, y) = ((xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2);
                if (column + 1 < Columns && !down.Any(line => Math.Abs(line.At - xs[column + 1]) <= Near && line.From <= y && line.To >= y))
                {
                    Merge(Place(row, column), Place(row, column + 1));
                }

                if (row + 1 < Rows && !across.Any(line => Math.Abs(line.At - ys[row + 1]) <= Near && line.From <= x && line.To >= x))
                {
                    Merge(Place(row, column), Place(row + 1, column));
                }
            }
        }
    }

    public int Columns => _xs.Length - 1;

    /// <summary>From the top.</summary>
    public int Rows => _ys.Length - 1;

    public double Top => _ys[0];

    public double Bottom => _ys[^1];

    /// <summary>The cells: the places each covers, from the top left.</summary>
    public IEnumerable<(int Root, int Row, int Column, int RowSpan, int ColumnSpan)> Cells =>
        Enumerable.Range(0, _roots.Length).GroupBy(Root).Select(cell =>
        {
            var (rows, columns) = (cell.Select(place => place / Columns).ToList(), cell.Select(place => place % Columns).ToList());
            return (cell.Key, rows.Min(), columns.Min(), rows.Max() - rows.Min() + 1, columns.Max() - columns.Min() + 1);
        });

    public double LeftOf(int column) => _xs[column];

    public double RightOf(int column, int span) => _xs[column + span];

    /// <summary>The cell a point lies in; null outside the table.</summary>
    public int? At(double x, double y)
    {
        if (x < _xs[0] - Near || x > _xs[^1] + Near || y > _ys[0] + Near || y < _ys[^1] - Near)
        {
            return null;
        }

        var column = Math.Clamp(Array.FindLastIndex(_xs, edge => edge <= x), 0, Columns - 1);
        var row = Math.Clamp(Array.FindLastIndex(_ys, edge => edge >= y), 0, Rows - 1);
        return Root(Place(row, column));
    }

    /// <summary>The tables of a page, from the top.</summary>
    public static IReadOnlyList<PdfGrid> Of(Page page, DocumentBudget budget)
    {
        var (across, down) = Rulings(page);
        budget.Pass();
        if (across.Count + down.Count > MostRulings)
        {
            return [];
        }

        var lines = across.Select(line => (Line: line, IsAcross: true)).Concat(down.Select(line => (Line: line, IsAcross: false))).ToList();
        var group = Enumerable.Range(0, lines.Count).ToArray();
        int Find(int i) => group[i] == i ? i : group[i] = Find(group[i]);
        for (var i = 0; i < across.Count; i++)
        {
            for (var j = across.Count; j < lines.Count; j++)
            {
                if (Meet(across[i], lines[j].Line))
                {
                    group[Find(i)] = Find(j);
                }
            }
        }

        return [.. Enumerable.Range(0, lines.Count).GroupBy(Find).Select(of => Grid([.. of.Select(i => lines[i])])).OfType<PdfGrid>()
            .OrderByDescending(grid => grid.Top)];
    }

    private static PdfGrid? Grid(List<(Ruling Line, bool IsAcross)> lines)
    {
        var across = lines.Where(line => line.IsAcross).Select(line => line.Line).ToList();
        var down = lines.Where(line => !line.IsAcross).Select(line => line.Line).ToList();
        var xs = Distinct(down.Select(line => line.At));
        var ys = Distinct(across.Select(line => line.At));
        Array.Reverse(ys);
        // One box is a frame round a text, not a table.
        return xs.Length < 3 || ys.Length < 2 || xs.Length > 60 || (xs.Length - 1) * (ys.Length - 1) > 20_000 ? null : new PdfGrid(xs, ys, across, down);
    }

    private static bool Meet(Ruling across, Ruling down) =>
        down.At >= across.From - Near && down.At <= across.To + Near && across.At >= down.From - Near && across.At <= down.To + Near;

    private static double[] Distinct(IEnumerable<double> places)
    {
        var distinct = new List<double>();
        foreach (var place in places.Order())
        {
            if (distinct.Count == 0 || place - distinct[^1] > Near)
            {
                distinct.Add(place);
            }
        }

        return [.. distinct];
    }

    private static (List<Ruling> Across, List<Ruling> Down) Rulings(Page page)
    {
        var (across, down) = (new List<Ruling>(), new List<Ruling>());
        foreach (var path in page.Paths.Where(path => path.IsStroked || path.IsFilled))
        {
            foreach (var part in path)
            {
                if (part.GetBoundingRectangle() is { } box)
                {
                    Add(part, box, path.IsStroked, across, down);
                }
            }
        }

        return (Joined(across), Joined(down));
    }

    private static void Add(PdfSubpath part, PdfRectangle box, bool isStroked, List<Ruling> across, List<Ruling> down)
    {
        if (box.Height < Thinnest && box.Width >= Shortest)
        {
            across.Add(new Ruling((box.Bottom + box.Top) / 2, box.Left, box.Right));
        }
        else if (box.Width < Thinnest && box.Height >= Shortest)
        {
            down.Add(new Ruling((box.Left + box.Right) / 2, box.Bottom, box.Top));
        }
        else if (isStroked)
        {
            foreach (var line in part.Commands.OfType<PdfSubpath.Line>())
            {
                var (from, to) = (line.From, line.To);
                if (Math.Abs(from.Y - to.Y) < 1 && Math.Abs(from.X - to.X) >= Shortest)
                {
                    across.Add(new Ruling(from.Y, Math.Min(from.X, to.X), Math.Max(from.X, to.X)));
                }
                else if (Math.Abs(from.X - to.X) < 1 && Math.Abs(from.Y - to.Y) >= Shortest)
                {
                    down.Add(new Ruling(from.X, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y)));
                }
            }
        }
    }

    /// <summary>Pieces of one line, drawn cell by cell, as one.</summary>
    private static List<Ruling> Joined(List<Ruling> lines)
    {
        var joined = new List<Ruling>();
        foreach (var line in lines.OrderBy(line => Math.Round(line.At)).ThenBy(line => line.From))
        {
            if (joined.Count > 0 && Math.Abs(joined[^1].At - line.At) <= Near && line.From <= joined[^1].To + Near && line.From >= joined[^1].From - Near)
            {
                joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, line.To) };
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    private int Place(int row, int column) => row * Columns + column;

    private int Root(int place) => _roots[place] == place ? place : _roots[place] = Root(_roots[place]);

    private void Merge(int one, int two) => _roots[Root(two)] = Root(one);
}
