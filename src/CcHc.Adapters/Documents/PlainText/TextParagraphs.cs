using System.Text;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>The paragraphs of plain lines; those around a letterhead's bars are none of the text.</summary>
internal sealed class TextParagraphs(WrappedLines wraps, DocumentBudget budget)
{
    public IEnumerable<PlanParagraph> Read(IReadOnlyList<string> lines, int firstLine)
    {
        var (text, last, isFirst, start) = (new StringBuilder(), "", true, firstLine);
        for (var i = 0; i <= lines.Count; i++)
        {
            var line = i < lines.Count ? VietnameseText.OneLine(lines[i]) : "";
            if (line.Length > 0 && text.Length > 0 && wraps.GoesOn(last, isFirst, line))
            {
                text.Append(' ').Append(line);
                (last, isFirst) = (line, false);
                continue;
            }

            if (text.Length > 0)
            {
                budget.CountBlock();
                budget.CountText(text.Length);
                budget.Pass();
                yield return new PlanParagraph(new PlanPlace(0, start), text.ToString());
            }

            text.Clear().Append(line);
            (last, isFirst, start) = (line, true, firstLine + i);
        }
    }
}
