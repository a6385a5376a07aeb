using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>
/// Which rows of a workbook are drawn again (dòng được chép lại): a form has some hundred cells, and EPPlus holds each in memory. What the form is known by
/// comes first, then the sheets from the smallest on: a form's are small, and one of thousands of rows takes no room from them.
/// </summary>
internal sealed class CopiedRows
{
    /// <summary>Nobody types beyond the hundredth column of a form; who fills a row to the end of the sheet leaves no room for the others.</summary>
    private const int MostColumns = 100;

    private readonly Dictionary<Sheet, IReadOnlyList<SheetRow>> _rows = new(ReferenceEqualityComparer.Instance);
    private int _room = 50_000;

    public CopiedRows(IEnumerable<Sheet> sheets, ILookup<string, FormArea> areas)
    {
        var narrowed = sheets.Select(sheet => (Sheet: sheet, Rows: Narrow(sheet, [.. areas[sheet.Name]]))).ToList();
        foreach (var (sheet, rows) in narrowed.OrderByDescending(one => one.Sheet.Name == FormLayout.HiddenSheet)
            .ThenBy(one => one.Rows.Sum(row => row.Cells.Count)))
        {
            _rows[sheet] = [.. rows.TakeWhile(Fits)];
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

    private List<SheetRow> Narrow(Sheet sheet, List<FormArea> tables) => [.. sheet.Rows.Select(row => Narrow(row, tables))];

    private SheetRow Narrow(SheetRow row, List<FormArea> tables)
    {
        if (row.Cells.Count == 0 || row.Cells[^1].Column <= MostColumns)
        {
            return row;
        }

        var kept = row.Cells.Where(cell => cell.Column <= MostColumns || tables.Exists(area => area.Cells.Contains(row.Number, cell.Column))).ToList();
        AreCut |= kept.Count < row.Cells.Count;
        return row with { Cells = kept };
    }
}
