using CcHc.Core.Plans.Outline;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>A text whose tables have a line for each row, the cells between bars: "| 1 | Rà soát … | Sở Tư pháp |".</summary>
internal sealed class RowText(WrappedLines wraps, DocumentBudget budget)
{
    private const int FewestCells = 3;
    private const int FewestRows = 2;

    public static bool Is(IReadOnlyList<string> lines) => lines.Count(IsRow) >= FewestRows;

    public IReadOnlyList<PlanBlock> Read(IReadOnlyList<string> lines)
    {
        var blocks = new List<PlanBlock>();
        for (var i = 0; i < lines.Count;)
        {
            var end = i;
            while (end < lines.Count && IsRow(lines[end]) == IsRow(lines[i]))
            {
                end++;
            }

            if (IsRow(lines[i]))
            {
                blocks.Add(new PlanTable(new PlanPlace(0, i + 1),
                    [.. Enumerable.Range(i, end - i).Where(at => VietnameseText.HasWords(lines[at])).Select(at => Row(lines[at], at + 1))]));
            }
            else
            {
                blocks.AddRange(new TextParagraphs(wraps, budget).Read([.. lines.Skip(i).Take(end - i)], i + 1));
            }

            i = end;
        }

        return blocks;
    }

    private static bool IsRow(string line) =>
        line.Count(c => c == '|') is var bars && (bars >= FewestCells || (bars == FewestCells - 1 && !line.Trim().StartsWith('|')));

    private PlanRow Row(string line, int number)
    {
        budget.CountRow();
        var place = new PlanPlace(0, number);
        var inner = line.Trim();
        var cells = inner[(inner.StartsWith('|') ? 1 : 0)..(inner.Length > 1 && inner.EndsWith('|') ? inner.Length - 1 : inner.Length)].Split('|');
        return new PlanRow(place,
            [
                .. cells.Select(
                    (text, i) =>
                        new PlanCell(i + 1,
                            [new PlanParagraph(place, VietnameseText.OneLine(text.Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase)))]))]);
    }
}
