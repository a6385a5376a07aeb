using CcHc.Core.Findings;

namespace CcHc.Core.Sheets.LegacyFonts;

/// <summary>A workbook with its old encodings (bảng mã cũ) read as Unicode, and what was done about them.</summary>
public sealed record RepairedWorkbook(WorkbookContent Workbook, IReadOnlyList<Finding> Findings);

/// <summary>
/// Reads TCVN3 and VNI text of a workbook as Unicode: by the font where it tells, else by the letters where a whole sheet speaks for it. Text that may be
/// either stays as it is, with <see cref="CellTraits.LegacyText"/> and a finding.
/// </summary>
public static class LegacyTextRepair
{
    /// <param name="legacyCells">One for each sheet, in their order; null when no fonts are known.</param>
    public static RepairedWorkbook Repair(WorkbookContent workbook, IReadOnlyList<LegacyCells>? legacyCells = null)
    {
        List<Sheet>? repaired = null;
        var findings = new List<Finding>();
        LegacyWordWeigher[] encodings = [new(LegacyEncoding.Tcvn3), new(LegacyEncoding.Vni)];
        for (var i = 0; i < workbook.Sheets.Count; i++)
        {
            var sheet = workbook.Sheets[i];
            var fonts = legacyCells?[i] ?? new LegacyCells();
            if (fonts.IsEmpty && !HasForeignLetter(sheet))
            {
                continue;
            }

            var repair = new LegacySheetRepair(sheet, fonts, encodings);
            repaired ??= [.. workbook.Sheets];
            repaired[i] = repair.Repair();
            findings.AddRange(repair.Findings(workbook.Path));
        }

        return new RepairedWorkbook(repaired is null ? workbook : workbook with { Sheets = repaired }, findings);
    }

    private static bool HasForeignLetter(Sheet sheet)
    {
        foreach (var row in sheet.Rows)
        {
            // Cells are many, and of an array they need not be asked for one by one.
            foreach (ref readonly var cell in (row.Cells as SheetCell[] ?? [.. row.Cells]).AsSpan())
            {
                if (cell.Kind == CellKind.Text && LegacyWordWeigher.HasForeignLetter(cell.Text))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
