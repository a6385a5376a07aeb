using System.Globalization;

namespace CcHc.Adapters.Workbooks.Writing;

/// <summary>What goes into one cell (nội dung ô): text already made safe, a number, a day, or nothing.</summary>
internal readonly struct CellContent
{
    private CellContent(string? text, double? number) => (Text, Number) = (text, number);

    /// <summary>Null for a number or a blank.</summary>
    public string? Text { get; }

    /// <summary>A day is its Excel serial; the column's look makes it one.</summary>
    public double? Number { get; }

    public static implicit operator CellContent(string? text) => SafeText.Cell(text) is { Length: > 0 } safe ? new(safe, null) : default;

    public static implicit operator CellContent(double? number) => new(null, number);

    public static implicit operator CellContent(DateOnly? day) => new(null, day?.ToDateTime(TimeOnly.MinValue).ToOADate());

    public static implicit operator CellContent(DateTime moment) => new(null, moment.ToOADate());

    public override string ToString() => Text ?? Number?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
