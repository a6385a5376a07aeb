using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>A text whose tables have a tab before each cell (ô bắt đầu bằng tab), a blank line between rows.</summary>
internal sealed class TabText(WrappedLines wraps, DocumentBudget budget, HeaderCells headings)
{
    private const int FewestHeaders = 3;

    public static bool Is(IReadOnlyList<string> lines, HeaderCells headings)
    {
        for (var i = 0; i + FewestHeaders <= lines.Count; i++)
        {
            if (HeaderAt(lines, i, headings) is not null)
            {
                return true;
            }
        }

        return false;
    }

    public IReadOnlyList<PlanBlock> Read(IReadOnlyList<string> lines)
    {
        var blocks = new List<PlanBlock>();
        var plain = 0;
        for (var i = 0; i < lines.Count;)
        {
            if (HeaderAt(lines, i, headings) is not { } header)
            {
                i++;
                continue;
            }

            blocks.AddRange(new TextParagraphs(wraps, budget).Read([.. lines.Skip(plain).Take(i - plain)], plain + 1));
            var (table, end) = Table(lines, i, header);
            blocks.Add(table);
            plain = i = end;
        }

        blocks.AddRange(new TextParagraphs(wraps, budget).Read([.. lines.Skip(plain)], plain + 1));
        return blocks;
    }

    /// <summary>The headings in a row of cells that begins in this line.</summary>
    private static List<string>? HeaderAt(IReadOnlyList<string> lines, int at, HeaderCells headings)
    {
        var cells = new List<string>();
        var hasTask = false;
        for (var i = at; i < lines.Count && (i == at || (lines[i].StartsWith('\t') && lines[i].Trim().Length > 0)); i++)
        {
            var before = cells.Count;
            foreach (var cell in CellsIn(lines[i]))
            {
                // The first cell that is no heading ends the search: a table's rows are not looked through from each of them again.
                if (cells.Count == HeaderCells.Most || headings.FieldOf(cell) is not { } field)
                {
                    return null;
                }

                cells.Add(cell);
                hasTask |= field == RegisterField.Task;
            }

            if (cells.Count == before)
            {
                break;
            }
        }

        return cells.Count >= FewestHeaders && hasTask ? cells : null;
    }

    private static IEnumerable<string> CellsIn(string line) =>
        line.Contains('\t', StringComparison.Ordinal) ? line.TrimStart('\t').Split('\t').Select(VietnameseText.OneLine) : [];

    private (PlanTable Table, int End) Table(IReadOnlyList<string> lines, int start, List<string> header)
    {
        var rows = new List<PlanRow>();
        var cells = new List<List<string>>();
        var rowStart = start;
        var i = start;
        for (; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.StartsWith('\t') || (line.Contains('\t', StringComparison.Ordinal) && (cells.Count == 0 || cells.Count >= header.Count)))
            {
                if (cells.Count >= header.Count)
                {
                    Close();
                }

                rowStart = cells.Count == 0 ? i : rowStart;
                cells.AddRange(line[(line[0] == '\t' ? 1 : 0)..].Split('\t').Select(text => new List<string> { text }));
            }
            else if (line.Trim().Length == 0)
            {
                if (cells.Count >= header.Count)
                {
                    Close();
                }
            }
            else if (cells.Count > 0)
            {
                cells[^1].Add(line);
            }
            else
            {
                break;
            }
        }

        Close();
        return (new PlanTable(new PlanPlace(0, start + 1), rows), i);

        void Close()
        {
            if (cells.Count > 0)
            {
                budget.CountRow();
                var place = new PlanPlace(0, rowStart + 1);
                rows.Add(
                    new PlanRow(place,
                        [.. cells.Select((text, column) => new PlanCell(column + 1, [new PlanParagraph(place, CellText.Join(text))]))]) { IsHeader =
                            rows.Count == 0 });
                cells.Clear();
            }
        }
    }
}
