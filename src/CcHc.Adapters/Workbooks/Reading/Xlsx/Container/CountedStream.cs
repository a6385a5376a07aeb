namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

/// <summary>
/// Inflated bytes of one part (thành phần), counted as they come: too many, too many for the packed size, or one endless token end the reading. An XML reader
/// keeps a whole tag, attribute or text in memory, and none may hold a '&lt;': the distance between two of them bounds it. A CDATA section may, so a part with
/// one stays short altogether; no office program writes them.
/// </summary>
internal sealed class CountedStream(Stream inflated, long packedBytes, WorkbookBudget budget) : Stream
{
    /// <summary>At a time, so that the distance between two marks is seen by whoever asks for how much.</summary>
    private const int MostAtOnce = 1 << 16;

    private long _read;
    private long _sinceMark;
    private bool _hasCData;
    private (byte, byte) _lastTwo;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = inflated.Read(buffer[..Math.Min(buffer.Length, MostAtOnce)]);
        }
        catch (Exception trouble) when (ZipTroubles.IsOne(trouble))
        {
            throw new InvalidDataException(trouble.Message, trouble);
        }

        Count(buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private void Count(ReadOnlySpan<byte> bytes)
    {
        var limits = budget.Limits;
        _read += bytes.Length;
        budget.CountInflated(bytes.Length);
        WorkbookBudget.Refuse(_read > limits.MaxEntryBytes, "một thành phần giải nén ra quá lớn");
        WorkbookBudget.Refuse(_read > limits.RatioFreeBytes && _read / limits.MaxRatio > packedBytes, "tỷ lệ nén cao khác thường");

        var first = bytes.IndexOf((byte)'<');
        var longest = _sinceMark + (first < 0 ? bytes.Length : first);
        var mark = bytes.LastIndexOf((byte)'<');
        _sinceMark = mark < 0 ? _sinceMark + bytes.Length : bytes.Length - mark;
        _hasCData = _hasCData || OpensCData(bytes);
        WorkbookBudget.Refuse((_hasCData ? _read : Math.Max(longest, _sinceMark)) > limits.MaxTokenBytes, "có một mẩu chữ dài khác thường");
    }

    private bool OpensCData(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> seam = [_lastTwo.Item1, _lastTwo.Item2, .. bytes[..Math.Min(2, bytes.Length)]];
        _lastTwo = bytes.Length >= 2 ? (bytes[^2], bytes[^1]) : bytes.Length == 1 ? (_lastTwo.Item2, bytes[0]) : _lastTwo;
        return seam.IndexOf("<!["u8) >= 0 || bytes.IndexOf("<!["u8) >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflated.Dispose();
        }

        base.Dispose(disposing);
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
