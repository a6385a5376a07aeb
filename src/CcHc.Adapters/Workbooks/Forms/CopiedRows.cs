using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>
/// Which rows of a workbook are drawn again (dòng được chép lại): a form has some hundred cells, and EPPlus holds each in memory. What the form is known by
/// comes first, then its tables, then whatever else there is room for.
/// </summary>
internal sealed class CopiedRows
{
    /// <summary>Nobody types beyond the hundredth column of a form; who fills a row to the end of the sheet leaves no room for the others.</summary>
    private const int MostColumns = 100;

    private readonly Dictionary<Sheet, IReadOnlyList<SheetRow>> _rows = new(ReferenceEqualityComparer.Instance);
    private int _room = 50_000;

    public CopiedRows(IEnumerable<Sheet> sheets, ILookup<string, FormArea> areas)
    {
        foreach (var sheet in sheets.OrderByDescending(sheet => sheet.Name == FormLayout.HiddenSheet).ThenByDescending(sheet => areas[sheet.Name].Any()))
        {
            _rows[sheet] = [.. sheet.Rows.Select(row => Narrow(row, [.. areas[sheet.Name]])).TakeWhile(Fits)];
        }
    }

    /// <summary>Some cells found no room: the copy does not say all that the file says.</summary>
    public bool AreCut { get; private set; }

    public IReadOnlyList<SheetRow> Of(Sheet sheet) => _rows[sheet];

    private bool Fits(SheetRow row)
    {
        _room -= row.Cells.Count;
        AreCut |= _room < 0;
        return _room >= 0;
    }

    private SheetRow Narrow(SheetRow row, FormArea[] areas)
    {
        if (row.Cells.Count <= MostColumns && (row.Cells.Count == 0 || row.Cells[^1].Column <= MostColumns))
        {
            return row;
        }

        var kept = row.Cells.Where(cell => cell.Column <= MostColumns || areas.Any(area => area.Cells.Contains(row.Number, cell.Column))).ToList();
        AreCut |= kept.Count < row.Cells.Count;
        return row with { Cells = kept };
    }
}
