namespace CcHc.Adapters.Mail.Mailbox;

/// <summary>The mailbox agencies answer to.</summary>
public interface IMailbox
{
    /// <exception cref="MailboxLostException">It cannot be reached, or does not let us in.</exception>
    Task<IMailboxSession> OpenAsync(CancellationToken cancellationToken);
}

/// <summary>One look into it. Every call may throw <see cref="MailboxLostException"/>: the next look goes on where this one ended.</summary>
public interface IMailboxSession : IAsyncDisposable
{
    /// <summary>Messages that lie there, the oldest first.</summary>
    Task<IReadOnlyList<MailboxEntry>> ListAsync(CancellationToken cancellationToken);

    /// <returns>Null when it is gone: somebody moved it.</returns>
    /// <exception cref="MessageTooLargeException">It is larger than is taken.</exception>
    Task<byte[]?> FetchAsync(MailboxEntry entry, CancellationToken cancellationToken);

    /// <param name="isWaiting">For a person to look at; else it is done with.</param>
    Task MoveAsync(MailboxEntry entry, bool isWaiting, CancellationToken cancellationToken);
}

/// <summary>A message of the mailbox.</summary>
/// <param name="Size">As the server says.</param>
public sealed record MailboxEntry(uint Id, long Size);

/// <summary>A message is larger than is taken, whatever size the server gave.</summary>
public sealed class MessageTooLargeException(long bytes) : Exception("The message is too large.")
{
    public long Bytes => bytes;
}

/// <summary>The connection to the mailbox broke or was refused.</summary>
public sealed class MailboxLostException(string message, Exception cause) : Exception(message, cause);
