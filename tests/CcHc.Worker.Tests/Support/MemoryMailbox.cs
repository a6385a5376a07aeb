using CcHc.Adapters.Mail.Mailbox;

namespace CcHc.Worker.Tests.Support;

/// <summary>A mailbox in memory, which can be told to break.</summary>
internal sealed class MemoryMailbox : IMailbox, IMailboxSession
{
    private readonly SortedDictionary<uint, byte[]> _messages = [];
    private uint _last;

    /// <summary>What lies in "Đã xử lý" and in "Chờ xem", in the order it was moved.</summary>
    public List<(byte[] Raw, bool IsWaiting)> Moved { get; } = [];

    public int Left => _messages.Count;

    /// <summary>Called before each move.</summary>
    public Action BeforeMove { get; set; } = () => { };

    public void Deliver(byte[] raw) => _messages.Add(++_last, raw);

    public Task<IMailboxSession> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IMailboxSession>(this);

    public Task<IReadOnlyList<MailboxEntry>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MailboxEntry>>([.. _messages.Select(one => new MailboxEntry(one.Key, one.Value.Length))]);

    public Task<byte[]?> FetchAsync(MailboxEntry entry, CancellationToken cancellationToken) => Task.FromResult(_messages.GetValueOrDefault(entry.Id));

    public Task MoveAsync(MailboxEntry entry, bool isWaiting, CancellationToken cancellationToken)
    {
        BeforeMove();
        _messages.Remove(entry.Id, out var raw);
        Moved.Add((raw!, isWaiting));
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
