namespace CcHc.Dashboard.Shared;

/// <summary>
/// An answer as those write it that cannot wait for it otherwise (dòng đang gửi): no faster than the visitor takes it, and no longer than somebody is there.
/// </summary>
internal sealed class SentStream(Stream answer, CancellationToken aborted) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    // The writer of workbooks knows no other way; it has a thread of its own to be kept waiting.
    public override void Write(byte[] buffer, int offset, int count) =>
        answer.WriteAsync(buffer.AsMemory(offset, count), aborted).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
