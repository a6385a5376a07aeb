namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>
/// A cell in the form nearly all are written in (ô dạng thường): &lt;c r="B7" s="3" t="s"&gt;&lt;v&gt;12&lt;/v&gt;&lt;/c&gt;, or closed in its tag. Taken byte
/// by byte, which for a few bytes is faster than any search; every other form is left to <see cref="TagScanner"/>.
/// </summary>
internal readonly ref struct PlainCell
{
    private const int LongestAddress = 10;
    private const int LongestStyle = 6;

    /// <summary>As many digits as any int holds.</summary>
    private const int LongestWhole = 9;

    private PlainCell(int column, int style, CellType type, ReadOnlySpan<byte> value, int whole)
    {
        (Column, Style, Type, Whole) = (column, style, type, whole);
        Value = value;
    }

    private static ReadOnlySpan<byte> End => "</v></c>"u8;

    public int Column { get; }

    /// <summary>Negative where the cell names none.</summary>
    public int Style { get; }

    /// <summary>A number or a shared text.</summary>
    public CellType Type { get; }

    /// <summary>Closed in its tag.</summary>
    public bool IsEmpty => Value.IsEmpty;

    /// <summary>Digits, points and signs.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <summary>The value where it is some digits alone; negative for any other.</summary>
    public int Whole { get; }

    /// <summary>Bytes from the beginning of the value to the cell's end.</summary>
    public int ToEnd => IsEmpty ? 0 : Value.Length + End.Length;

    /// <param name="length">Of the whole cell; zero when it has another form.</param>
    public static PlainCell Read(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        if (!bytes.StartsWith("<c r=\""u8))
        {
            return default;
        }

        var at = 6;
        if (!TakeAddress(bytes, ref at, out var column) || !TakeStyle(bytes, ref at, out var style))
        {
            return default;
        }

        var type = CellType.Number;
        if (bytes[at..].StartsWith(" t=\"s\""u8))
        {
            (type, at) = (CellType.Shared, at + 6);
        }

        if (bytes[at..].StartsWith("/>"u8))
        {
            length = at + 2;
            return new PlainCell(column, style, type, default, -1);
        }

        if (!bytes[at..].StartsWith("><v>"u8))
        {
            return default;
        }

        var start = at += 4;
        var whole = TakeWhole(bytes, ref at);
        var digits = at;
        while (at < bytes.Length && bytes[at] is >= (byte)'+' and <= (byte)'9' or (byte)'E')
        {
            at++;
        }

        if (at == start || !bytes[at..].StartsWith(End))
        {
            return default;
        }

        length = at + End.Length;
        return new PlainCell(column, style, type, bytes[start..at], digits == at ? whole : -1);
    }

    /// <summary>The value of a cell where it is some digits alone.</summary>
    /// <param name="value">From behind "&lt;v&gt;" on.</param>
    /// <param name="length">Of all to the cell's end; zero for any other value.</param>
    public static int ReadWhole(ReadOnlySpan<byte> value, out int length)
    {
        var at = 0;
        var whole = TakeWhole(value, ref at);
        length = at > 0 && value[at..].StartsWith(End) ? at + End.Length : 0;
        return whole;
    }

    /// <summary>Some digits, no more than any int holds; leaves behind them.</summary>
    public static int TakeWhole(ReadOnlySpan<byte> bytes, ref int at)
    {
        var whole = 0;
        for (var end = Math.Min(bytes.Length, at + LongestWhole); at < end && bytes[at] is >= (byte)'0' and <= (byte)'9'; at++)
        {
            whole = whole * 10 + (bytes[at] - '0');
        }

        return whole;
    }

    private static bool TakeAddress(ReadOnlySpan<byte> bytes, ref int at, out int column)
    {
        var (row, end) = (0, Math.Min(bytes.Length, at + LongestAddress));
        column = 0;
        while (at < end && bytes[at] is >= (byte)'A' and <= (byte)'Z')
        {
            column = column * 26 + (bytes[at++] - 'A' + 1);
        }

        while (at < end && bytes[at] is >= (byte)'0' and <= (byte)'9')
        {
            row = row * 10 + (bytes[at++] - '0');
        }

        return at < end && bytes[at++] == '"' && column is >= 1 and <= CellReference.LastColumn && row is >= 1 and <= CellReference.LastRow;
    }

    private static bool TakeStyle(ReadOnlySpan<byte> bytes, ref int at, out int style)
    {
        style = -1;
        if (!bytes[at..].StartsWith(" s=\""u8))
        {
            return true;
        }

        var start = at += 4;
        for (style = 0; at < bytes.Length && at - start < LongestStyle && bytes[at] is >= (byte)'0' and <= (byte)'9'; at++)
        {
            style = style * 10 + (bytes[at] - '0');
        }

        return at > start && at < bytes.Length && bytes[at++] == '"';
    }
}
