namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>
/// A sheet's part without its rows (phần trang tính trừ các dòng): what stands before them goes to the XML reader, they to the scanner, what stands behind to
/// the XML reader again.
/// </summary>
internal sealed class SplitStream : Stream
{
    /// <summary>What stands before the rows: columns, views, some hundred bytes.</summary>
    private const int LongestHead = 64 << 10;

    private readonly Stream _part;
    private int _headLeft;

    /// <param name="part">Read as UTF-8.</param>
    public SplitStream(Stream part)
    {
        (_part, Window) = (part, new ByteWindow(part));
        _headLeft = FindHead();
    }

    public ByteWindow Window { get; }

    /// <summary>Set when the rows have been taken out of <see cref="Window"/>.</summary>
    public bool AreRowsTaken { get; set; }

    /// <summary>Prefixes the sheet's own tag declares, which the tags of its rows may use.</summary>
    public IReadOnlyList<byte[]> Prefixes { get; private set; } = [];

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_headLeft > 0)
        {
            var count = Math.Min(buffer.Length, _headLeft);
            Give(buffer[..count]);
            _headLeft -= count;
            return count;
        }

        // The reader looks ahead over the place where the rows begin.
        UnusualXmlException.Unless(AreRowsTaken);
        if (Window.Rest.IsEmpty && !Window.Fill())
        {
            return 0;
        }

        var length = Math.Min(buffer.Length, Window.Rest.Length);
        Give(buffer[..length]);
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private void Give(Span<byte> to)
    {
        Window.Rest[..to.Length].CopyTo(to);
        Window.Advance(to.Length);
    }

    /// <summary>The length of all that stands before the rows.</summary>
    private int FindHead()
    {
        while (Window.Rest.IndexOf("<sheetData>"u8) < 0)
        {
            UnusualXmlException.Unless(Window.Rest.Length < LongestHead && Window.Fill());
        }

        var head = Window.Rest[..(Window.Rest.IndexOf("<sheetData>"u8) + "<sheetData>"u8.Length)];
        UnusualXmlException.Unless(head.IndexOf("<!"u8) < 0 && head.LastIndexOf("<?"u8) <= 3);
        var root = head.IndexOf("<worksheet"u8);
        UnusualXmlException.Unless(root >= 0);
        var tag = head[root..];
        tag = tag[..(tag.IndexOf((byte)'>') + 1)];
        UnusualXmlException.Unless(tag.IndexOf("xml:space"u8) < 0);
        Prefixes = [.. Declared(tag)];
        return head.Length;
    }

    private static List<byte[]> Declared(ReadOnlySpan<byte> tag)
    {
        var found = new List<byte[]>();
        while (tag.IndexOf(" xmlns:"u8) is >= 0 and var at)
        {
            tag = tag[(at + " xmlns:"u8.Length)..];
            if (tag.IndexOf((byte)'=') is > 0 and var length)
            {
                found.Add(tag[..length].ToArray());
            }
        }

        return found;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Window.Dispose();
            _part.Dispose();
        }

        base.Dispose(disposing);
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
