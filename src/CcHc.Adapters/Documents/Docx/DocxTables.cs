using System.Xml.Linq;
using CcHc.Core.Plans.Outline;

namespace CcHc.Adapters.Documents.Docx;

/// <summary>Reads tables (bảng): merges in both directions, rows and cells that tracked changes delete, tables inside cells as lines of the cell.</summary>
internal sealed class DocxTables(DocxParagraphs paragraphs, DocumentBudget budget)
{
    private const int DeepestNesting = 6;

    public PlanTable Read(XElement table, PlanPlace place, Func<PlanPlace> nextRow)
    {
        var rows = new List<PlanRow>();
        // The cell each column's vertical merge began in, by where it is in the rows.
        var open = new Dictionary<int, (int Row, int Cell)>();
        foreach (var row in RowsOf(table))
        {
            budget.CountRow();
            var rowPlace = nextRow();
            var cells = new List<PlanCell>();
            var still = new Dictionary<int, (int Row, int Cell)>();
            var column = 1 + (row.Child("trPr").Child("gridBefore").Number() ?? 0);
            foreach (var cell in CellsOf(row))
            {
                var properties = cell.Child("tcPr");
                var span = Math.Clamp(properties.Child("gridSpan").Number() ?? 1, 1, 63);
                DocumentBudget.Refuse(column > 200, "bảng có quá nhiều cột");
                var merge = properties.Child("vMerge");
                if (merge is not null && merge.Value() != "restart" && open.TryGetValue(column, out var first))
                {
                    var above = rows[first.Row].Cells[first.Cell];
                    Replace(rows, first, above with { RowSpan = rows.Count - first.Row + 1 });
                    still[column] = first;
                }
                else
                {
                    if (merge is not null)
                    {
                        still[column] = (rows.Count, cells.Count);
                    }

                    cells.Add(new PlanCell(column, [.. Content(cell, rowPlace, 0)]) { ColumnSpan = span });
                }

                column += span;
            }

            open = still;
            rows.Add(new PlanRow(rowPlace, cells) { IsHeader = row.Child("trPr").Child("tblHeader").IsOn() });
        }

        return new PlanTable(place, rows);
    }

    private static void Replace(List<PlanRow> rows, (int Row, int Cell) at, PlanCell cell)
    {
        var cells = rows[at.Row].Cells.ToList();
        cells[at.Cell] = cell;
        rows[at.Row] = rows[at.Row] with { Cells = cells };
    }

    private IEnumerable<PlanParagraph> Content(XElement container, PlanPlace place, int depth)
    {
        DocumentBudget.Refuse(depth > DeepestNesting, "bảng lồng nhau quá nhiều lớp");
        foreach (var child in container.Elements())
        {
            if (child.Is("p"))
            {
                foreach (var paragraph in paragraphs.Read(child, place))
                {
                    if (!paragraph.IsAside)
                    {
                        yield return paragraph;
                    }
                }
            }
            else if (child.Is("tbl"))
            {
                foreach (var row in RowsOf(child))
                {
                    budget.CountRow();
                    var words = CellsOf(row).SelectMany(cell => Content(cell, place, depth + 1)).Select(paragraph => paragraph.Text).ToList();
                    if (words.Count > 0)
                    {
                        yield return new PlanParagraph(place, string.Join(' ', words));
                    }
                }
            }
            else if (child.Is("sdt") || child.Is("sdtContent") || child.Is("ins") || child.Is("moveTo") || child.Is("customXml"))
            {
                foreach (var paragraph in Content(child, place, depth + 1))
                {
                    yield return paragraph;
                }
            }
        }
    }

    private static IEnumerable<XElement> RowsOf(XElement table) =>
        Through(table, "tr").Where(row => row.Child("trPr").Child("del") is null && row.Child("trPr").Child("moveFrom") is null);

    private static IEnumerable<XElement> CellsOf(XElement row) => Through(row, "tc").Where(cell => cell.Child("tcPr").Child("cellDel") is null);

    /// <summary>Children of that name, also those inside content controls.</summary>
    private static IEnumerable<XElement> Through(XElement parent, string name, int depth = 0)
    {
        DocumentBudget.Refuse(depth > DeepestNesting * 3, "bảng lồng nhau quá nhiều lớp");
        foreach (var child in parent.Elements())
        {
            if (child.Is(name))
            {
                yield return child;
            }
            else if (child.Is("sdt") || child.Is("sdtContent") || child.Is("ins") || child.Is("customXml"))
            {
                foreach (var inner in Through(child, name, depth + 1))
                {
                    yield return inner;
                }
            }
        }
    }
}
