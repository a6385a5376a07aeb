using System.Globalization;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>How a figure's cell shows its number (dạng số): as its column does, or with decimals, or as a percentage.</summary>
internal enum CellFormat { OfColumn, Decimal, Share }

/// <summary>What goes into one cell (nội dung ô): text already made safe, a number, a day, or nothing.</summary>
internal readonly struct CellContent
{
    private CellContent(string? text, double? number, CellFormat format = CellFormat.OfColumn) => (Text, Number, Format) = (text, number, format);

    /// <summary>Null for a number or a blank.</summary>
    public string? Text { get; }

    /// <summary>A day is its Excel serial; the column's look makes it one.</summary>
    public double? Number { get; }

    /// <summary>Matters only in a column of figures.</summary>
    public CellFormat Format { get; }

    /// <summary>A share as a percentage, a whole number without decimals, any other with them.</summary>
    public static CellContent Figure(double? number, bool isShare = false) => new(null, number, number switch
    {
        null => CellFormat.OfColumn,
        _ when isShare => CellFormat.Share,
        { } value => Math.Floor(value) == value ? CellFormat.OfColumn : CellFormat.Decimal,
    });

    public static implicit operator CellContent(string? text) => SafeText.Cell(text) is { Length: > 0 } safe ? new(safe, null) : default;

    public static implicit operator CellContent(double? number) => new(null, number);

    public static implicit operator CellContent(DateOnly? day) => new(null, day?.ToDateTime(TimeOnly.MinValue).ToOADate());

    public static implicit operator CellContent(DateTime moment) => new(null, moment.ToOADate());

    public override string ToString() => Text ?? Number?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
