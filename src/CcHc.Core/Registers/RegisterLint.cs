using CcHc.Core.Findings;
using CcHc.Core.Registers.Reading;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers;

/// <summary>Findings about what a table leaves out, said once where they hold for most of it.</summary>
internal static class RegisterLint
{
    private const int CellsNamed = 10;

    public static void Check(TableReading table, FindingList findings)
    {
        if (table.Layout.UnreadHeaders.Count > 0)
        {
            findings.Add(RegisterFindings.ColumnsNotRead(table.Layout.UnreadHeaders), CellName.Of(table.Layout.FirstHeaderRow, table.Layout.FirstColumn));
        }

        var open = table.Drafts.Where(draft => draft.Status is not (TaskProgress.Done or TaskProgress.Dropped)).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var header = CellName.Of(table.Layout.FirstHeaderRow, table.Layout.FirstColumn);
        var leadless = open.Where(draft => draft.Leads.Count == 0).Select(draft => draft.LeadCell).ToList();
        if (table.Layout.Has(RegisterField.Lead))
        {
            Tell(leadless, open.Count, RegisterFindings.LeadMissing, RegisterFindings.LeadsMissing, HeaderCell(table.Layout, RegisterField.Lead), findings);
        }
        else if (leadless.Count > 0)
        {
            findings.Add(RegisterFindings.LeadColumnMissing, header);
        }

        var timeless = open.Where(draft => draft.Times.Count == 0 && draft.DueDate is null && draft.ExtendedTo is null).Select(draft => draft.TimeCell)
            .ToList();
        var timeField = table.Layout.Has(RegisterField.Time) ? RegisterField.Time : RegisterField.DueDate;
        timeField = table.Layout.ProductWithTime is not null && !table.Layout.Has(timeField) ? RegisterField.Product : timeField;
        if (table.Layout.Has(timeField))
        {
            Tell(timeless, open.Count, RegisterFindings.TimeMissing, RegisterFindings.TimesMissing, HeaderCell(table.Layout, timeField), findings);
        }
        else if (timeless.Count > 0)
        {
            findings.Add(RegisterFindings.TimeColumnMissing, header);
        }
    }

    private static void Tell(List<string> cells, int of, FindingTemplate one, Func<int, int, string, FindingTemplate> many, string header, FindingList findings)
    {
        if (cells.Count > 3 && cells.Count * 2 > of)
        {
            findings.Add(many(cells.Count, of, NameList.Of(cells, CellsNamed)), header);
            return;
        }

        foreach (var cell in cells)
        {
            findings.Add(one, cell);
        }
    }

    private static string HeaderCell(TableLayout layout, RegisterField field) => layout.HeaderOf(field) is var (row, column) ? CellName.Of(row, column) : "";
}
