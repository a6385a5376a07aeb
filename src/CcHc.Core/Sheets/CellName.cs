using System.Globalization;

namespace CcHc.Core.Sheets;

/// <summary>Names of cells and columns as Excel writes them.</summary>
public static class CellName
{
    // Registers end long before.
    private static readonly string[] CommonLetters = [.. Enumerable.Range(0, 128).Select(Spell)];

    // Every task keeps half a dozen names, and the registers of an office have the same rows and columns.
    private static readonly string?[] Common = new string?[CommonRows * CommonColumns];

    private const int CommonRows = 512;
    private const int CommonColumns = 32;

    /// <summary>"B7" for row 7, column 2.</summary>
    public static string Of(int row, int column) =>
        (uint)row < CommonRows && (uint)column < CommonColumns ? Common[(row * CommonColumns) + column] ??= Compose(row, column) : Compose(row, column);

    /// <summary>"A" for 1, "AA" for 27.</summary>
    public static string ColumnLetters(int column) => (uint)column < (uint)CommonLetters.Length ? CommonLetters[column] : Spell(column);

    private static string Compose(int row, int column) => ColumnLetters(column) + row.ToString(CultureInfo.InvariantCulture);

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
