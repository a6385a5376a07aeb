namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>What stands behind a <see cref="PlainTag"/> (giá trị ô dạng thường), to the cell's end.</summary>
internal static class PlainValue
{
    /// <summary>As many digits as any int holds.</summary>
    private const int LongestWhole = 9;

    private static ReadOnlySpan<byte> End => "</v></c>"u8;

    private static ReadOnlySpan<byte> EndOfText => "</t></is></c>"u8;

    /// <summary>A value of some digits alone.</summary>
    /// <param name="length">Of all to the cell's end; zero for any other value.</param>
    public static int Whole(ReadOnlySpan<byte> bytes, out int length)
    {
        var at = 0;
        var whole = TakeWhole(bytes, ref at);
        length = at > 0 && bytes[at..].StartsWith(End) ? at + End.Length : 0;
        return whole;
    }

    /// <summary>Some digits and nothing else, no more than any int holds; negative for anything else.</summary>
    public static int Whole(ReadOnlySpan<byte> digits)
    {
        var at = 0;
        var whole = TakeWhole(digits, ref at);
        return at > 0 && at == digits.Length ? whole : -1;
    }

    /// <summary>Digits, points and signs.</summary>
    /// <param name="length">Of all to the cell's end; zero for any other value.</param>
    public static ReadOnlySpan<byte> Number(ReadOnlySpan<byte> bytes, out int length)
    {
        var at = 0;
        while (at < bytes.Length && bytes[at] is >= (byte)'+' and <= (byte)'9' or (byte)'E')
        {
            at++;
        }

        length = at > 0 && bytes[at..].StartsWith(End) ? at + End.Length : 0;
        return bytes[..at];
    }

    /// <summary>A text in one piece, which may hold references.</summary>
    /// <param name="length">Of all to the cell's end; zero for any other text and for white space alone.</param>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes, out int length)
    {
        var at = Math.Max(0, bytes.IndexOfAny(TagScanner.EndOrOdd));
        length = bytes[at..].StartsWith(EndOfText) && !RunScanner.IsSpace(bytes[..at]) ? at + EndOfText.Length : 0;
        return bytes[..at];
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
}
