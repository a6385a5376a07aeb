using CcHc.Core.Findings;

namespace CcHc.Core.Sheets;

/// <summary>Cells struck through from end to end (ô gạch ngang) in lists and forms: what they say is taken back.</summary>
public static class StruckCells
{
    /// <summary>The same workbook where no cell is struck through; otherwise one in which they are blank, and each is told.</summary>
    public static (WorkbookContent Workbook, IReadOnlyList<Finding> Findings) TakeBack(WorkbookContent workbook)
    {
        if (!workbook.Sheets.Any(sheet => sheet.Rows.Any(HasStruck)))
        {
            return (workbook, []);
        }

        var findings = new List<Finding>();
        var sheets =
            workbook.Sheets.Select(
                sheet => sheet with { Rows = [.. sheet.Rows.Select(row => HasStruck(row) ? Without(row, sheet, workbook.Path, findings) : row)] });
        return (workbook with { Sheets = [.. sheets] }, findings);
    }

    private static bool HasStruck(SheetRow row)
    {
        foreach (var cell in row.Cells)
        {
            if (cell.Has(CellTraits.Strikethrough) && !cell.IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    private static SheetRow Without(SheetRow row, Sheet sheet, string path, List<Finding> findings)
    {
        var standing = row.Cells.Select(cell => cell.Has(CellTraits.Strikethrough) ? new SheetCell(cell.Column, CellKind.Blank, "") : cell).ToList();
        if (!sheet.IsHidden)
        {
            var first = row.Cells.First(cell => cell.Has(CellTraits.Strikethrough) && !cell.IsBlank);
            findings.Add(SheetFindings.Struck(standing.TrueForAll(cell => cell.IsBlank)).At(path, sheet.Name, CellName.Of(row.Number, first.Column)));
        }

        return row with { Cells = standing };
    }
}
