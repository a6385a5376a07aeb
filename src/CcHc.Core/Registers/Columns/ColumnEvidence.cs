using System.Globalization;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers.Columns;

/// <summary>What the cells of one column are (bằng chứng từ ô): how many of the cells looked at have each nature.</summary>
internal sealed class ColumnEvidence
{
    private const int RowsLookedAt = 200;
    private const int CellsLookedAt = 32;

    /// <summary>As lists of plans run.</summary>
    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    private readonly Dictionary<CellNature, int> _counts = [];
    private int _words;

    private ColumnEvidence(int rows) => Rows = rows;

    /// <summary>Rows that could have had a cell here.</summary>
    public int Rows { get; }

    /// <summary>Cells that say something, the first of them in the order of the rows.</summary>
    public int Cells { get; private set; }

    public int Distinct { get; private set; }

    /// <summary>Cells merged over several rows.</summary>
    public int MergedDown { get; private set; }

    /// <summary>Numbers and letters that follow the one above, or begin anew.</summary>
    public int Running { get; private set; }

    public double Fill => Rows == 0 ? 0 : (double)Cells / Rows;

    public double MeanWords => Cells == 0 ? 0 : (double)_words / Cells;

    /// <summary>Grows from nothing to one with the number of cells.</summary>
    public double Weight => Cells / (Cells + 1.5);

    public double Share(CellNature nature) => Cells == 0 ? 0 : (double)_counts.GetValueOrDefault(nature) / Cells;

    /// <summary>The columns of a table, measured together.</summary>
    /// <param name="spans">Of each column.</param>
    public static IReadOnlyList<ColumnEvidence> Measure(SheetGrid grid, IReadOnlyList<SheetRow> rows, IReadOnlyList<ColumnSpan> spans, CellNatures natures)
    {
        var looked = rows.Take(RowsLookedAt).Select(grid.OwnCells)
            .Where(cells => cells.Length >= Math.Min(2, spans.Count) && !HeaderReader.IsColumnCodes(cells)).ToList();
        var measured = spans.Select(_ => new ColumnEvidence(looked.Count)).ToList();
        var texts = spans.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        var above = new int[spans.Count];
        var columnOf = new Dictionary<int, int>();
        for (var i = 0; i < spans.Count; i++)
        {
            for (var column = spans[i].First; column <= spans[i].Last; column++)
            {
                columnOf.TryAdd(column, i);
            }
        }

        foreach (var cell in looked.SelectMany(cells => cells))
        {
            if (columnOf.TryGetValue(cell.Column, out var i) && measured[i].Cells < CellsLookedAt)
            {
                measured[i].Add(grid, cell, natures.Of(cell), texts[i], ref above[i]);
            }
        }

        return measured;
    }

    private void Add(SheetGrid grid, GridCell cell, CellNature nature, HashSet<string> texts, ref int above)
    {
        if ((nature & CellNature.Empty) != 0 || (grid.MergeAt(cell.Row, cell.Column) is { } wide && wide.LastColumn - wide.FirstColumn >= 2))
        {
            return;
        }

        Cells++;
        Distinct += texts.Add(cell.Text) ? 1 : 0;
        _words += cell.Text.AsSpan().Count(' ') + 1;
        MergedDown += grid.MergeAt(cell.Row, cell.Column) is { } area && area.LastRow > area.FirstRow ? 1 : 0;
        if ((nature & CellNature.Number) != 0)
        {
            var rank = RankOf(TaskNumber.Read(cell.Text));
            Running += rank > 0 && (rank == above + 1 || rank == 1) ? 1 : 0;
            above = rank;
        }

        for (var bit = 1; bit <= (int)CellNature.Person; bit <<= 1)
        {
            if (((int)nature & bit) != 0)
            {
                _counts[(CellNature)bit] = _counts.GetValueOrDefault((CellNature)bit) + 1;
            }
        }
    }

    /// <summary>The place of a number in its list: 3 of "3", "1.3" and "c)"; 0 for one of none.</summary>
    private static int RankOf(TaskNumber number)
    {
        var last = number.Text[(number.Text.LastIndexOf('.') + 1)..];
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value : last.Length == 1 ? Letters.IndexOf(char.ToLowerInvariant(last[0]), StringComparison.Ordinal) + 1 : 0;
    }
}
