using System.Globalization;

namespace CcHc.Core.Sheets;

/// <summary>Names of cells and columns as Excel writes them.</summary>
public static class CellName
{
    // Registers end long before.
    private static readonly string[] CommonLetters = [.. Enumerable.Range(0, 128).Select(Spell)];

    /// <summary>"B7" for row 7, column 2.</summary>
    public static string Of(int row, int column) => ColumnLetters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>"A" for 1, "AA" for 27.</summary>
    public static string ColumnLetters(int column) => (uint)column < (uint)CommonLetters.Length ? CommonLetters[column] : Spell(column);

    private static string Spell(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }

        return letters;
    }
}
