using CcHc.Core.Sheets;

namespace CcHc.Core.Registers.Tables;

/// <summary>
/// Adds up what the sheets of a workbook would cost to read (độ lớn): rows, and characters as often as a merged area shows them. A register has some hundred
/// tasks, a large one some thousand.
/// </summary>
internal sealed class SheetSize
{
    public const int MostRows = 15_000;
    private const long MostCharacters = 8_000_000;

    /// <summary>Cells a table's rows and columns make, blank ones too.</summary>
    private const long MostPlaces = 1_500_000;

    private int _rows;
    private long _characters;

    /// <returns>False when it makes the workbook larger than any register; it is then not counted.</returns>
    public bool Add(Sheet sheet)
    {
        var (rows, characters) = (_rows + sheet.Rows.Count, _characters + Characters(sheet));
        if (rows > MostRows || characters > MostCharacters)
        {
            return false;
        }

        (_rows, _characters) = (rows, characters);
        return true;
    }

    public static bool IsTableTooLarge(TableLayout layout, int rows) => (long)rows * layout.Headers.Count > MostPlaces;

    private static long Characters(Sheet sheet)
    {
        var characters = sheet.Rows.Sum(row => row.Cells.Sum(cell => (long)cell.Text.Length));
        var numbers = sheet.Merges.Count == 0 ? [] : sheet.Rows.Select(row => row.Number).ToArray();
        foreach (var area in sheet.Merges)
        {
            var first = Array.BinarySearch(numbers, area.FirstRow);
            if (first >= 0)
            {
                var last = Array.BinarySearch(numbers, area.LastRow);
                characters += (long)((last < 0 ? ~last : last + 1) - first - 1) * sheet.Rows[first][area.FirstColumn].Text.Length;
            }
        }

        return characters;
    }
}
