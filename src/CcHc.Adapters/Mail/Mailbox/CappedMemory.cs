namespace CcHc.Adapters.Mail.Mailbox;

/// <summary>Memory that takes so many bytes and no more: what unpacks to more than it said fills nothing.</summary>
internal sealed class CappedMemory(long most) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        Check(count);
        base.Write(buffer, offset, count);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    public override void WriteByte(byte value)
    {
        Check(1);
        base.WriteByte(value);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    private void Check(int more)
    {
        if (Length + more > most)
        {
            throw new TooManyBytesException(most);
        }
    }
}

/// <summary>More bytes came than are taken.</summary>
internal sealed class TooManyBytesException(long most) : IOException(FormattableString.Invariant($"More than {most} bytes."));
