namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>
/// The tags of a row's cells (thẻ ô), which are nearly always those of the row above but for the row's number: compared with them, they need not be read
/// again. Two are kept of each place, for many a column is filled in some rows and empty in others.
/// </summary>
internal sealed class CellTags
{
    /// <summary>Wider tables exist; their further cells are read one by one.</summary>
    private const int MostKept = 256;

    private const int LongestNumber = 10;

    private readonly List<(CellTag? Last, CellTag? Other)> _above = [];
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
    /// <param name="length">As <see cref="PlainTag"/> has it.</param>
    public CellTag? Next(ReadOnlySpan<byte> cell, out int length)
    {
        length = 0;
        if (_place++ >= _above.Count)
        {
            return null;
        }

        var (last, other) = _above[_place - 1];
        if (last is null || Matches(last, cell, out length))
        {
            return last;
        }

        if (other is not null && Matches(other, cell, out length))
        {
            _above[_place - 1] = (other, last);
            return other;
        }

        return null;
    }

    private bool Matches(CellTag above, ReadOnlySpan<byte> cell, out int length)
    {
        length = above.BeforeNumber.Length + _digits + above.BehindNumber.Length;
        if (cell.Length >= length && cell.StartsWith(above.BeforeNumber) && cell[above.BeforeNumber.Length..].StartsWith(_number.AsSpan(0, _digits))
            && cell[(above.BeforeNumber.Length + _digits)..].StartsWith(above.BehindNumber))
        {
            return true;
        }

        length = 0;
        return false;
    }

    /// <summary>Keeps the tag asked for last, for the row below.</summary>
    /// <param name="bytes">Of the tag.</param>
    public CellTag Keep(ReadOnlySpan<byte> bytes, PlainTag tag, CellStyle style)
    {
        var before = bytes.IndexOfAnyInRange((byte)'0', (byte)'9');
        if (_place > MostKept || before < 0 || !bytes[before..].StartsWith(_number.AsSpan(0, _digits)))
        {
            return new CellTag([], [], tag.Column, tag.Type, tag.Form, style);
        }

        while (_above.Count < _place)
        {
            _above.Add(default);
        }

        var kept = new CellTag(bytes[..before].ToArray(), bytes[(before + _digits)..].ToArray(), tag.Column, tag.Type, tag.Form, style);
        _above[_place - 1] = (kept, _above[_place - 1].Last);
        return kept;
    }
}

/// <param name="BeforeNumber">&lt;c r="B of &lt;c r="B7" s="3" t="s"&gt;&lt;v&gt;</param>
/// <param name="BehindNumber">" s="3" t="s"&gt;&lt;v&gt; of it.</param>
/// <param name="Style">With what is told of the column.</param>
internal sealed record CellTag(byte[] BeforeNumber, byte[] BehindNumber, int Column, CellType Type, PlainForm Form, CellStyle Style);
