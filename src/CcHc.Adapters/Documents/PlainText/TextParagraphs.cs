using CcHc.Core.Plans;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>The paragraphs of plain lines; those around a letterhead's bars are none of the text.</summary>
internal sealed class TextParagraphs(WrappedLines wraps, DocumentBudget budget)
{
    public IEnumerable<PlanParagraph> Read(IReadOnlyList<string> lines, int firstLine)
    {
        var (text, last, isFirst, start) = ("", "", true, firstLine);
        for (var i = 0; i <= lines.Count; i++)
        {
            var line = i < lines.Count ? VietnameseText.OneLine(lines[i]) : "";
            if (line.Length > 0 && text.Length > 0 && wraps.GoesOn(text, last, isFirst, line))
            {
                (text, last, isFirst) = ($"{text} {line}", line, false);
                continue;
            }

            if (text.Length > 0)
            {
                budget.CountBlock();
                budget.CountText(text.Length);
                budget.Pass();
                yield return new PlanParagraph(new PlanPlace(0, start), text);
            }

            (text, last, isFirst, start) = (line, line, true, firstLine + i);
        }
    }
}
