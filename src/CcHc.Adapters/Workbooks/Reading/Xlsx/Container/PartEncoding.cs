using System.Text;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

/// <summary>Parts may be written in UTF-16 (ECMA-376 part 2, 8.1.4); these are made UTF-8 as they are read, all others are taken for it.</summary>
internal static class PartEncoding
{
    private const int MarkLength = 4;

    public static Stream ToUtf8(Stream part)
    {
        var begin = new byte[MarkLength];
        var length = ZipTroubles.Guard(() => part.ReadAtLeast(begin, MarkLength, throwOnEndOfStream: false));
        var whole = new BegunStream(begin[..length], part);
        return Utf16(begin.AsSpan(0, length)) is { } encoding ? Encoding.CreateTranscodingStream(whole, encoding, Encoding.UTF8) : whole;
    }

    /// <summary>Known by its byte order mark, or by "&lt;" in two bytes; null for any other.</summary>
    private static Encoding? Utf16(ReadOnlySpan<byte> begin) => begin switch
    {
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>A stream whose first bytes have been looked at already.</summary>
    private sealed class BegunStream(byte[] begin, Stream rest) : Stream
    {
        private int _at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (_at >= begin.Length)
            {
                return rest.Read(buffer);
            }

            var count = Math.Min(buffer.Length, begin.Length - _at);
            begin.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                rest.Dispose();
            }

            base.Dispose(disposing);
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
