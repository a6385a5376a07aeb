
namespace CcHc.Core.Sheets.LegacyFonts;

/// <summary>A stretch of a cell's text in one font (đoạn cùng phông).</summary>
/// <param name="Font">Null for a font of Unicode letters.</param>
public sealed record FontRun(string Text, LegacyFont? Font);

/// <summary>The text cells of a sheet that are written, in whole or in part, in a font of an old encoding (phông cũ), by their place.</summary>
public sealed class LegacyCells
{
    private readonly Dictionary<(int Row, int Column), LegacyFont> _whole = [];
    private readonly Dictionary<(int Row, int Column), IReadOnlyList<FontRun>> _mixed = [];

    public bool IsEmpty => _whole.Count == 0 && _mixed.Count == 0;

    public void Add(int row, int column, LegacyFont font) => _whole[(row, column)] = font;

    /// <param name="runs">Joined they are the text of the cell.</param>
    public void Add(int row, int column, IReadOnlyList<FontRun> runs) => _mixed[(row, column)] = runs;

    /// <summary>The runs of a cell; null for one without such a font.</summary>
    public IReadOnlyList<FontRun>? At(int row, SheetCell cell) =>
        _whole.TryGetValue((row, cell.Column), out var font) ? [new FontRun(cell.Text, font)] : _mixed.GetValueOrDefault((row, cell.Column));
}
