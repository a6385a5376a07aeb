namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>What stands behind a cell's tag: nothing, a number or that of a shared text, or a text of the cell's own.</summary>
internal enum PlainForm : byte { Empty, Value, Text }

/// <summary>
/// The tag of a cell in the form nearly all are written in (thẻ ô dạng thường): &lt;c r="B7" s="3" t="s"&gt;&lt;v&gt;, &lt;c r="B7"
/// t="inlineStr"&gt;&lt;is&gt;&lt;t&gt;, or an empty cell. Taken byte by byte, which for a few bytes is faster than any search; every other form is left to
/// <see cref="TagScanner"/>.
/// </summary>
/// <param name="Style">Negative where the cell names none.</param>
internal readonly record struct PlainTag(int Column, int Style, CellType Type, PlainForm Form)
{
    private const int LongestAddress = 10;
    private const int LongestStyle = 6;

    /// <param name="length">Of the tag, up to the beginning of the value or text or, where there is none, to the cell's end; zero when it has another form.</param>
    public static PlainTag Read(ReadOnlySpan<byte> bytes, out int length)
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

        var type = TakeType(bytes, ref at);
        var (form, rest) = FormOf(bytes[at..], type);
        length = rest > 0 ? at + rest : 0;
        return new PlainTag(column, style, type, form);
    }

    /// <summary>What ends a tag, and its length; zero for anything else. The XML writer of .NET leaves a space before the slash.</summary>
    private static (PlainForm Form, int Length) FormOf(ReadOnlySpan<byte> rest, CellType type) => rest switch
    {
        [(byte)'/', (byte)'>', ..] => (PlainForm.Empty, 2),
        [(byte)' ', (byte)'/', (byte)'>', ..] => (PlainForm.Empty, 3),
        _ when rest.StartsWith("></c>"u8) => (PlainForm.Empty, 5),
        _ when type != CellType.Inline && rest.StartsWith("><v>"u8) => (PlainForm.Value, 4),
        _ when type == CellType.Inline && rest.StartsWith("><is><t>"u8) => (PlainForm.Text, 8),
        _ => default,
    };

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

    /// <summary>A number where none is named; another type than those known here leaves the place as it is.</summary>
    private static CellType TakeType(ReadOnlySpan<byte> bytes, ref int at)
    {
        var rest = bytes[at..];
        var (type, length) = rest switch
        {
            _ when rest.StartsWith(" t=\"s\""u8) => (CellType.Shared, 6),
            _ when rest.StartsWith(" t=\"n\""u8) => (CellType.Number, 6),
            _ when rest.StartsWith(" t=\"inlineStr\""u8) => (CellType.Inline, 14),
            _ => (CellType.Number, 0),
        };
        at += length;
        return type;
    }
}
