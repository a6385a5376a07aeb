using CcHc.Core.Findings;

namespace CcHc.Core.Sheets.LegacyFonts;

/// <summary>Counts what was converted on a sheet, and what was left (chưa chuyển), to tell it in few findings.</summary>
internal sealed class LegacyFindings
{
    private const int CellsNamed = 20;

    private readonly List<(string Cell, string Text)> _unsure = [];
    private Converted? _byFont;
    private Converted? _byLetters;

    public void AddByFont(string before, string after) => _byFont = new Converted(_byFont, before, after);

    public void AddByLetters(string before, string after) => _byLetters = new Converted(_byLetters, before, after);

    public void AddUnsure(string cell, string text) => _unsure.Add((cell, text));

    /// <param name="ofLetters">The encoding the letters spoke for.</param>
    public IEnumerable<Finding> All(string file, string sheet, LegacyEncoding ofLetters)
    {
        if (_byFont is { } font)
        {
            yield return LegacyTextFindings.ConvertedByFont(font.Cells, font.Before, font.After).At(file, sheet, null);
        }

        if (_byLetters is { } letters)
        {
            yield return LegacyTextFindings.ConvertedByLetters(letters.Cells, ofLetters, letters.Before, letters.After).At(file, sheet, null);
        }

        foreach (var (cell, text) in _unsure.Take(CellsNamed))
        {
            yield return LegacyTextFindings.Unsure(text).At(file, sheet, cell);
        }

        if (_unsure.Count > CellsNamed)
        {
            yield return LegacyTextFindings.FurtherUnsure(_unsure.Count - CellsNamed).At(file, sheet, null);
        }
    }

    /// <summary>A number of cells with the first of them as the example.</summary>
    private sealed record Converted(int Cells, string Before, string After)
    {
        public Converted(Converted? earlier, string before, string after)
            : this((earlier?.Cells ?? 0) + 1, earlier?.Before ?? before, earlier?.After ?? after)
        {
        }
    }
}
