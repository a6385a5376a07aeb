using CcHc.Core.Text;

namespace CcHc.Core.Registers.Tables;

/// <summary>Columns, both included, that hold one field: a header merged over two columns covers both.</summary>
internal readonly record struct ColumnSpan(int First, int Last);

/// <summary>A column whose header is a value, ticked per row: an agency, a quarter, a status.</summary>
internal sealed record TickColumn(int Column, RegisterField Field, string Word);

/// <summary>Which columns of one table hold which field (bố cục bảng).</summary>
/// <param name="Candidates">Columns that may hold the task's words, the surest first.</param>
/// <param name="UnreadHeaders">Headers with no known meaning.</param>
/// <param name="LabelledAgencies">Further agency columns; their words are kept behind the header as label.</param>
internal sealed record TableLayout(
    int FirstHeaderRow,
    int LastHeaderRow,
    IReadOnlyDictionary<RegisterField, ColumnSpan> Columns,
    IReadOnlyList<ColumnSpan> Candidates,
    IReadOnlyList<(ColumnSpan Span, string Label)> LabelledAgencies,
    IReadOnlyList<TickColumn> Ticks,
    IReadOnlyDictionary<int, string> Headers,
    IReadOnlyList<string> UnreadHeaders)
{
    /// <summary>The header column by column, with everything each may mean.</summary>
    public IReadOnlyList<HeaderColumn> HeaderColumns { get; init; } = [];

    /// <summary>Nobody knows its header: the cells below alone tell that it is a table of tasks.</summary>
    public bool IsFoundByCells { get; init; }

    /// <summary>The first column of another table beside this one; null where none stands there.</summary>
    public int? SideTableFrom { get; init; }

    /// <summary>A column of agencies whose cells may be notes as well ("Ghi chú &amp; Đơn vị phối hợp").</summary>
    public bool HasNotesAmongCoordinating { get; init; }

    /// <summary>See <see cref="CombinedColumn"/>; null where product and time have columns of their own.</summary>
    public ColumnSpan? ProductWithTime { get; init; }

    /// <summary>A second column of numbers, for rows the first gives none (A "TT", B "1", "a)").</summary>
    public ColumnSpan? SecondNumber { get; init; }

    public bool Has(RegisterField field) => Columns.ContainsKey(field) || HasTicks(field);

    public bool HasTicks(RegisterField field) => Ticks.Count > 0 && Ticks.Any(tick => tick.Field == field);

    public int FirstColumn { get; } = Headers.Keys.Min();

    public int LastColumn { get; } = Headers.Keys.Max();

    /// <summary>The header cell to name in a finding about the whole column.</summary>
    public (int Row, int Column) HeaderOf(RegisterField field) =>
        (FirstHeaderRow, Columns.TryGetValue(field, out var span) ? span.First : Ticks.FirstOrDefault(tick => tick.Field == field)?.Column ?? FirstColumn);

    public TableLayout With(RegisterField field, ColumnSpan span) =>
        this with { Columns = new Dictionary<RegisterField, ColumnSpan>(Columns) { [field] = span } };

    public TableLayout Without(RegisterField field)
    {
        var columns = new Dictionary<RegisterField, ColumnSpan>(Columns);
        columns.Remove(field);
        return this with { Columns = columns };
    }

    /// <summary>True when a later row is this header printed again on a new page.</summary>
    public bool IsRepeatedBy(TableLayout other) =>
        Headers.Count == other.Headers.Count && Headers.All(header => other.Headers.TryGetValue(header.Key, out var text) && Same(text, header.Value));

    private static bool Same(string one, string two) => string.Equals(VietnameseText.Fold(one), VietnameseText.Fold(two), StringComparison.Ordinal);
}
