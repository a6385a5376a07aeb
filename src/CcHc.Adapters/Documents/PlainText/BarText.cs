using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>A text whose cells stand between lines of one bar each (ô ngăn bằng dấu |), as law sites give tables.</summary>
internal sealed class BarText(WrappedLines wraps, DocumentBudget budget, HeaderCells headings)
{
    private const int LongestHeaderCell = 4;
    private const int LongestHeaderLine = 40;
    private const int FewestHeaders = 3;

    private sealed record Chunk(int FirstLine, IReadOnlyList<string> Lines);

    public static bool Is(IReadOnlyList<string> lines) => lines.Count(line => line.Trim() == "|") >= FewestHeaders;

    public IReadOnlyList<PlanBlock> Read(IReadOnlyList<string> lines)
    {
        var chunks = Chunks(lines);
        var blocks = new List<PlanBlock>();
        for (var at = 0; at < chunks.Count;)
        {
            if (HeaderAt(chunks, at) is not { } header)
            {
                blocks.AddRange(new TextParagraphs(wraps, budget).Read(chunks[at].Lines, chunks[at].FirstLine));
                at++;
                continue;
            }

            // What stands in the first chunk above the first heading is text before the table.
            blocks.AddRange(new TextParagraphs(wraps, budget).Read([.. chunks[at].Lines.Take(header.Above)], chunks[at].FirstLine));
            var end = at + header.Cells.Count;
            while (end < chunks.Count && HeaderAt(chunks, end) is null)
            {
                end++;
            }

            // The next table's first chunk begins with the last cell of this one only where a bar is missing.
            blocks.Add(Table(header.Cells, chunks, at + header.Cells.Count, end));
            at = end;
        }

        return blocks;
    }

    private static List<Chunk> Chunks(IReadOnlyList<string> lines)
    {
        var chunks = new List<Chunk>();
        var open = new List<string>();
        var first = 1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Trim() == "|")
            {
                chunks.Add(new Chunk(first, open));
                (open, first) = ([], i + 2);
            }
            else
            {
                open.Add(lines[i]);
            }
        }

        if (open.Any(line => line.Trim().Length > 0))
        {
            chunks.Add(new Chunk(first, open));
        }

        return chunks;
    }

    /// <summary>The headings of a table that begins in this chunk, and how many of its lines stand above them.</summary>
    private (IReadOnlyList<string> Cells, int Above)? HeaderAt(List<Chunk> chunks, int at)
    {
        if (FirstHeading(chunks[at]) is not { } first)
        {
            return null;
        }

        var cells = new List<string> { first.Text };
        for (var i = at + 1; i < chunks.Count && cells.Count < HeaderCells.Most; i++)
        {
            var text = VietnameseText.OneLine(string.Join(' ', chunks[i].Lines));
            if (text.Length == 0 || headings.FieldOf(text) is null)
            {
                break;
            }

            cells.Add(text);
        }

        var fields = cells.Select(headings.FieldOf).ToHashSet();
        return cells.Count >= FewestHeaders && fields.Contains(RegisterField.Task) && fields.Count >= FewestHeaders ? (cells, first.Above) : null;
    }

    private (string Text, int Above)? FirstHeading(Chunk chunk)
    {
        // A title, a source line or a sentence above the headings is no part of the first of them.
        var most = chunk.Lines.TakeLast(LongestHeaderCell).Reverse().TakeWhile(IsHeaderLine).Count();
        for (var lines = Math.Min(LongestHeaderCell, most); lines >= 1; lines--)
        {
            var text = VietnameseText.OneLine(string.Join(' ', chunk.Lines.Skip(chunk.Lines.Count - lines)));
            if (text.Length > 0 && headings.FieldOf(text) is not null)
            {
                return (text, chunk.Lines.Count - lines);
            }
        }

        return null;
    }

    private static bool IsHeaderLine(string line) =>
        line.Trim() is { Length: > 0 and <= LongestHeaderLine } text && (text.Any(char.IsLower) || text.Length <= 4)
            && text.IndexOfAny(['(', ')', ':', '.']) < 0;

    private PlanTable Table(IReadOnlyList<string> header, List<Chunk> chunks, int start, int end)
    {
        var place = new PlanPlace(0, chunks[start - header.Count].FirstLine);
        var texts = chunks.Skip(start).Take(end - start).Select(chunk => CellText.Join(chunk.Lines)).ToList();
        var rows = new List<PlanRow> { new(place, [.. header.Select((text, i) => new PlanCell(i + 1, [new PlanParagraph(place, text)]))]) { IsHeader = true } };
        var at = start;
        var open = new Dictionary<int, (int Row, int Cell)>();
        foreach (var row in BarTable.Rows(header, texts))
        {
            budget.CountRow();
            var rowPlace = new PlanPlace(0, chunks[Math.Min(at, chunks.Count - 1)].FirstLine);
            var cells = new List<PlanCell>();
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column] is { } text)
                {
                    open[column] = (rows.Count, cells.Count);
                    cells.Add(new PlanCell(column + 1, [new PlanParagraph(rowPlace, text)]));
                    at++;
                }
                else if (open.TryGetValue(column, out var above))
                {
                    var whole = rows[above.Row].Cells.ToList();
                    whole[above.Cell] = whole[above.Cell] with { RowSpan = rows.Count - above.Row + 1 };
                    rows[above.Row] = rows[above.Row] with { Cells = whole };
                }
            }

            rows.Add(new PlanRow(rowPlace, cells));
        }

        return new PlanTable(place, rows);
    }
}
