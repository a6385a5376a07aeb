using CcHc.Core.Plans.Outline;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>Reads a plan saved as plain text (.txt): wrapped lines joined, tables put together again from bars or tabs.</summary>
internal static class PlainTextReader
{
    public static IReadOnlyList<PlanBlock> Read(byte[] bytes, DocumentBudget budget)
    {
        var lines = TextFile.Lines(bytes);
        budget.CountText(lines.Sum(line => line.Length));
        var wraps = new WrappedLines(lines);
        var headings = new HeaderCells();
        if (RowText.Is(lines))
        {
            return new RowText(wraps, budget).Read(lines);
        }

        return BarText.Is(lines) ? new BarText(wraps, budget, headings).Read(lines)
            : TabText.Is(lines, headings) ? new TabText(wraps, budget, headings).Read(lines)
            : [.. new TextParagraphs(wraps, budget).Read(lines, 1)];
    }
}
