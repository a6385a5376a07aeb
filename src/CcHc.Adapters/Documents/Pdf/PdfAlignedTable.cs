using System.Text.RegularExpressions;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.Pdf;

/// <summary>A table printed without lines (bảng không kẻ ô): known by its headings, its cells by the columns their words stand in.</summary>
internal sealed partial class PdfAlignedTable
{
    /// <summary>Of the usual distance of lines: a wider one parts rows.</summary>
    private const double RowGap = 1.25;

    private PdfAlignedTable(PdfColumns columns, double top) => (Columns, Top) = (columns, top);

    public PdfColumns Columns { get; }

    public double Top { get; }

    /// <summary>The base of its last line.</summary>
    public double Bottom { get; private set; }

    /// <summary>Nothing stands below it on its page.</summary>
    public bool ReachesFoot { get; private set; }

    /// <summary>The text of each cell; one text alone in a row stands over all columns.</summary>
    public List<string[]> Rows { get; } = [];

    /// <param name="pieces">From the top, each printed line from the left, cut at every gap wider than between words.</param>
    /// <param name="open">The columns of a table that reached the foot of the page before.</param>
    public static IReadOnlyList<PdfAlignedTable> Find(IReadOnlyList<PdfLine> pieces, PdfColumns? open)
    {
        var rows = WithoutPageNumber(PrintedRows(pieces));
        var tables = new List<PdfAlignedTable>();
        for (var at = 0; at < rows.Count;)
        {
            var (columns, start) = (at == 0 ? open : null, at);
            string[]? headings = null;
            if (PdfColumns.HeaderAt(rows, at) is { } header)
            {
                (columns, headings, start) = (header.Columns, [.. header.Headings], at + header.Rows);
            }

            var body = columns is null ? [] : Body(rows, start, columns);
            if (columns is null || body.Count == 0)
            {
                at++;
                continue;
            }

            var table = new PdfAlignedTable(columns, rows[at][0].Base + rows[at][0].Size);
            if (headings is not null)
            {
                table.Rows.Add(headings);
            }

            table.Add(body);
            at = start + body.Count;
            (table.Bottom, table.ReachesFoot) = (rows[at - 1].Min(piece => piece.Base), at == rows.Count);
            tables.Add(table);
        }

        return tables;
    }

    private static List<IReadOnlyList<PdfLine>> PrintedRows(IReadOnlyList<PdfLine> pieces)
    {
        var rows = new List<List<PdfLine>>();
        foreach (var piece in pieces)
        {
            if (rows.Count > 0 && Math.Abs(rows[^1][0].Base - piece.Base) < piece.Size * 0.5)
            {
                rows[^1].Add(piece);
            }
            else
            {
                rows.Add([piece]);
            }
        }

        return [.. rows.Select(row => (IReadOnlyList<PdfLine>)[.. row.OrderBy(piece => piece.Left)])];
    }

    private static List<IReadOnlyList<PdfLine>> WithoutPageNumber(List<IReadOnlyList<PdfLine>> rows)
    {
        var at = new[] { rows.Count - 1, 0 }
            .Where(at => at >= 0 && at < rows.Count && rows[at] is [var alone] && PageNumber().IsMatch(alone.Text)).Take(1).ToList();
        at.ForEach(rows.RemoveAt);
        return rows;
    }

    private sealed record Line(double Base, PdfLine?[]? Cells, string Whole);

    /// <summary>The rows from a place on that stand in the columns. A line over several of them is a heading where it is numbered and the table goes on
    /// below it.</summary>
    private static List<Line> Body(IReadOnlyList<IReadOnlyList<PdfLine>> rows, int start, PdfColumns columns)
    {
        var body = new List<Line>();
        var kept = 0;
        for (var at = start; at < rows.Count && PdfColumns.HeaderAt(rows, at) is null; at++)
        {
            var cells = columns.Cells(rows[at]);
            var whole = VietnameseText.OneLine(string.Join(' ', rows[at].Select(piece => piece.Text)));
            if (cells is null && TaskNumber.Cut(whole).Number.IsNone)
            {
                break;
            }

            body.Add(new Line(rows[at][0].Base, cells, whole));
            kept = cells is null ? kept : body.Count;
        }

        return body[..kept];
    }

    private void Add(List<Line> body)
    {
        var left = Enumerable.Range(0, Columns.Count).Select(column => Cells(body, column).Select(cell => cell.Left).DefaultIfEmpty(0).Min())
            .ToArray();
        var right = Enumerable.Range(0, Columns.Count).Select(column => Cells(body, column).Select(cell => cell.Right).DefaultIfEmpty(0).Max())
            .ToArray();
        foreach (var row in Groups(body))
        {
            Rows.Add(row is [{ Cells: null } heading]
                ? [heading.Whole]
                : [.. Enumerable.Range(0, Columns.Count).Select(column => PdfParagraphs.InCell([.. Cells(row, column)], left[column], right[column]))]);
        }
    }

    private static IEnumerable<PdfLine> Cells(IEnumerable<Line> lines, int column) => lines.Select(line => line.Cells?[column]).OfType<PdfLine>();

    /// <summary>Lines by row: parted by wider gaps where each part has one number at most, else a row begins at each number, else at each line with words
    /// in three columns.</summary>
    private static List<List<Line>> Groups(List<Line> body)
    {
        var gaps = body.Zip(body.Skip(1), (one, two) => one.Base - two.Base).Where(gap => gap > 0).Order().ToList();
        var usual = gaps.Count == 0 ? 0 : gaps[gaps.Count / 10];
        var numbered = body.Count(HasNumber);
        var byGap = Split(body, (last, next) => last.Base - next.Base > usual * RowGap);
        var most = Math.Max(numbered, 2) + 1 + body.Count(line => line.Cells is null);
        return byGap.Count > 1 && byGap.Count <= most && byGap.TrueForAll(group => group.Count(HasNumber) <= 1) ? byGap
            : numbered > 1 ? Split(body, (_, next) => HasNumber(next))
            : Split(body, (_, next) => next.Cells!.Count(cell => cell is not null) >= 3);
    }

    private static bool HasNumber(Line line) => line.Cells?[0] is { } first && !TaskNumber.Read(first.Text).IsNone;

    private static List<List<Line>> Split(List<Line> body, Func<Line, Line, bool> isNew)
    {
        var groups = new List<List<Line>>();
        foreach (var line in body)
        {
            if (groups.Count == 0 || line.Cells is null || groups[^1][^1].Cells is null || isNew(groups[^1][^1], line))
            {
                groups.Add([]);
            }

            groups[^1].Add(line);
        }

        return groups;
    }

    [GeneratedRegex(@"^(?:trang\s*)?[-–]?\s*[0-9]{1,4}\s*(?:/\s*[0-9]{1,4})?\s*[-–]?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
