namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>
/// The tags of a row's cells (thẻ ô), which are nearly always those of the row above but for the row's number: compared with them, they need not be read
/// again.
/// </summary>
internal sealed class CellTags
{
    /// <summary>Wider tables exist; their further cells are read one by one.</summary>
    private const int MostKept = 256;

    private const int LongestNumber = 10;

    private readonly List<CellTag?> _above = [];
    private readonly byte[] _number = new byte[LongestNumber];
    private int _digits;
    private int _place;

    public void BeginRow(int number)
    {
        _place = 0;
        number.TryFormat(_number, out _digits, provider: System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The next cell's tag where it is like the one above it; null for any other.</summary>
    /// <param name="cell">From the cell's first byte on.</param>
    /// <param name="length">Of the tag, with "&lt;v&gt;" where it is not closed.</param>
    public CellTag? Next(ReadOnlySpan<byte> cell, out int length)
    {
        length = 0;
        if (_place++ >= _above.Count || _above[_place - 1] is not { } above || !cell.StartsWith(above.BeforeNumber))
        {
            return null;
        }

        var behind = cell[above.BeforeNumber.Length..];
        if (!behind.StartsWith(_number.AsSpan(0, _digits)) || !behind[_digits..].StartsWith(above.BehindNumber))
        {
            return null;
        }

        length = above.BeforeNumber.Length + _digits + above.BehindNumber.Length;
        return above;
    }

    /// <summary>Keeps the tag asked for last, for the row below.</summary>
    /// <param name="tag">From the cell's first byte to the end of the tag, with "&lt;v&gt;" where it is not closed.</param>
    public void Keep(ReadOnlySpan<byte> tag, PlainCell cell, CellStyle style)
    {
        if (_place > MostKept)
        {
            return;
        }

        while (_above.Count < _place)
        {
            _above.Add(null);
        }

        var before = tag.IndexOfAnyInRange((byte)'0', (byte)'9');
        _above[_place - 1] = before > 0 && tag[before..].StartsWith(_number.AsSpan(0, _digits))
            ? new CellTag(tag[..before].ToArray(), tag[(before + _digits)..].ToArray(), cell.Column, cell.Type, style, cell.IsEmpty) : null;
    }
}

/// <param name="BeforeNumber">&lt;c r="B of &lt;c r="B7" s="3" t="s"&gt;&lt;v&gt;</param>
/// <param name="BehindNumber">" s="3" t="s"&gt;&lt;v&gt; of it.</param>
/// <param name="Style">With what is told of the column.</param>
/// <param name="IsClosed">The cell is empty.</param>
internal sealed record CellTag(byte[] BeforeNumber, byte[] BehindNumber, int Column, CellType Type, CellStyle Style, bool IsClosed);
