using CcHc.Core.Registers;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.Pdf;

/// <summary>The columns of a table printed without lines (cột không kẻ): one for each heading, parted where the fewest words stand in the way.</summary>
internal sealed class PdfColumns
{
    private const int FewestHeadings = 3;
    private const int MostHeaderRows = 3;

    /// <summary>In letter sizes: so far must words stand apart to be no neighbours in a sentence.</summary>
    private const double Apart = 0.9;

    private readonly double[] _edges;

    private PdfColumns(double[] edges) => _edges = edges;

    public int Count => _edges.Length + 1;

    /// <summary>The headings in the first of some rows, over up to three of them: their texts by column, and how many rows they take. Null where no table
    /// begins.</summary>
    public static (PdfColumns Columns, IReadOnlyList<string> Headings, int Rows)? HeaderAt(IReadOnlyList<IReadOnlyList<PdfLine>> rows, int at)
    {
        for (var take = Math.Min(MostHeaderRows, rows.Count - at); take >= 1; take--)
        {
            var spans = Spans(rows.Skip(at).Take(take).SelectMany(row => Joined(row, Apart)));
            var texts = spans.ConvertAll(span => VietnameseText.OneLine(string.Join(' ', span.Pieces.Select(piece => piece.Text))));
            var fields = texts.ConvertAll(text => RegisterLayout.Recognise(text)?.Field);
            if (fields.Count >= FewestHeadings && fields.TrueForAll(field => field is not null) && fields.Contains(RegisterField.Task)
                && (fields.Contains(RegisterField.Lead) || fields.Contains(RegisterField.Time)))
            {
                return (new PdfColumns(Edges(spans, rows.Skip(at + take))), texts, take);
            }
        }

        return null;
    }

    /// <summary>A row's pieces by column; null where words run on over a column's edge, as a heading or a paragraph does.</summary>
    public PdfLine?[]? Cells(IReadOnlyList<PdfLine> row)
    {
        var cells = new PdfLine?[Count];
        foreach (var piece in Joined(row, Apart, _edges))
        {
            var (first, last) = (ColumnOf(piece.Left + piece.Size * 0.5), ColumnOf(piece.Right - piece.Size * 0.5));
            if (first != last && piece.Width > piece.Size)
            {
                return null;
            }

            cells[first] = cells[first] is { } before ? Join(before, piece) : piece;
        }

        return cells;
    }

    private int ColumnOf(double x) => _edges.Count(edge => edge <= x);

    /// <summary>Pieces that stand above each other make a column's heading.</summary>
    private static List<(double Left, double Right, List<PdfLine> Pieces)> Spans(IEnumerable<PdfLine> pieces)
    {
        var spans = new List<(double Left, double Right, List<PdfLine> Pieces)>();
        foreach (var piece in pieces)
        {
            var over = spans.FindIndex(span => span.Left < piece.Right && piece.Left < span.Right);
            if (over < 0)
            {
                spans.Add((piece.Left, piece.Right, [piece]));
                continue;
            }

            spans[over].Pieces.Add(piece);
            spans[over] = (Math.Min(spans[over].Left, piece.Left), Math.Max(spans[over].Right, piece.Right), spans[over].Pieces);
        }

        return [.. spans.OrderBy(span => span.Left)];
    }

    private static double[] Edges(List<(double Left, double Right, List<PdfLine> Pieces)> headings, IEnumerable<IReadOnlyList<PdfLine>> below)
    {
        // A row of one piece may as well be a paragraph below the table.
        var pieces = below.Select(row => Joined(row, Apart).ToList())
            .Where(row => row.Count > 1).SelectMany(row => row)
            .Concat(headings.Select(heading => heading.Pieces[0] with { Left = heading.Left, Right = heading.Right })).ToList();
        return [.. headings.Zip(headings.Skip(1), (one, two) => Edge(pieces, (one.Left + one.Right) / 2, (two.Left + two.Right) / 2))];
    }

    /// <summary>The middle of the widest stretch that the fewest pieces stand in.</summary>
    private static double Edge(List<PdfLine> pieces, double from, double to)
    {
        var stops = pieces.SelectMany(piece => new[] { piece.Left, piece.Right })
            .Where(x => x > from && x < to).Append(from).Append(to).Distinct().Order().ToList();
        var best = (Crossed: int.MaxValue, Width: 0.0, At: (from + to) / 2);
        foreach (var (left, right) in stops.Zip(stops.Skip(1)))
        {
            var middle = (left + right) / 2;
            var crossed = pieces.Count(piece => piece.Left < middle && piece.Right > middle);
            if (crossed < best.Crossed || (crossed == best.Crossed && right - left > best.Width))
            {
                best = (crossed, right - left, middle);
            }
        }

        return best.At;
    }

    /// <summary>The pieces of a row put together again where they are neighbours in a sentence; an edge between them parts them at a narrower gap.</summary>
    private static IEnumerable<PdfLine> Joined(IReadOnlyList<PdfLine> row, double apart, double[]? edges = null)
    {
        PdfLine? open = null;
        foreach (var piece in row)
        {
            if (open is null)
            {
                open = piece;
            }
            else if (piece.Left - open.Right > apart * piece.Size
                || (edges is not null && Array.Exists(edges, edge => edge >= open.Right && edge <= piece.Left)))
            {
                yield return open;
                open = piece;
            }
            else
            {
                open = Join(open, piece);
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static PdfLine Join(PdfLine one, PdfLine two) =>
        one with { Text = one.Text + " " + two.Text, Right = Math.Max(one.Right, two.Right), IsBold = one.IsBold && two.IsBold };
}
