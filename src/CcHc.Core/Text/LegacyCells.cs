namespace CcHc.Core.Text;

/// <summary>A stretch of a cell's text in one font (đoạn cùng phông).</summary>
/// <param name="Font">Null for a font of Unicode letters.</param>
public sealed record FontRun(string Text, LegacyFont? Font);

/// <summary>The cells of a sheet that are written, in whole or in part, in a font of an old encoding (phông cũ), by their place.</summary>
public sealed class LegacyCells
{
    public static LegacyCells None { get; } = new();

    private readonly Dictionary<(int Row, int Column), IReadOnlyList<FontRun>> _cells = [];

    public int Count => _cells.Count;

    /// <param name="runs">Joined they are the text of the cell.</param>
    public void Add(int row, int column, IReadOnlyList<FontRun> runs) => _cells[(row, column)] = runs;

    /// <summary>Null for a cell without such a font.</summary>
    public IReadOnlyList<FontRun>? At(int row, int column) => _cells.GetValueOrDefault((row, column));
}
