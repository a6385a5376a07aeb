using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>Reads the comments (chú thích) pinned to a sheet's cells. Threaded ones stand there as well, for programs that do not know them.</summary>
internal static class CommentReader
{
    public static IReadOnlyList<CellComment> Read(XmlReader? xml, TextPool texts, WorkbookBudget budget)
    {
        var comments = new List<CellComment>();
        var richText = new RichText(keepsRuns: false);
        var (row, column) = (0, 0);
        while (xml is not null && xml.Step())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "comment" })
            {
                CellReference.TryParse(xml.GetAttribute("ref"), out row, out column);
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "text" } && row > 0)
            {
                budget.CountComment();
                comments.Add(new CellComment(row, column, texts.Settle(richText.Read(xml).Raw)));
            }
        }

        return comments;
    }
}
