using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>
/// Merged areas (vùng ô gộp) cut where a sheet's content ends, so that one reaching to Excel's last cell costs nobody a million steps. One whose corners are
/// turned round, which no office program writes, is none.
/// </summary>
internal static class MergedAreas
{
    public static IReadOnlyList<CellArea> Within(IReadOnlyList<SheetRow> rows, IReadOnlyList<CellArea> merges)
    {
        if (merges.Count == 0 || rows.Count == 0)
        {
            return [];
        }

        var lastRow = rows[^1].Number;
        var lastColumn = 0;
        foreach (var row in rows)
        {
            lastColumn = Math.Max(lastColumn, row.Cells[^1].Column);
        }

        var cut = new List<CellArea>(merges.Count);
        foreach (var merge in merges)
        {
            if (merge.FirstRow <= Math.Min(lastRow, merge.LastRow) && merge.FirstColumn <= Math.Min(lastColumn, merge.LastColumn))
            {
                cut.Add(merge with { LastRow = Math.Min(merge.LastRow, lastRow), LastColumn = Math.Min(merge.LastColumn, lastColumn) });
            }
        }

        return cut;
    }
}
