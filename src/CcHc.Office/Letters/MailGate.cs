using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;

namespace CcHc.Office.Letters;

/// <summary>Whether a run's letters may leave now, and what keeps them.</summary>
public enum MailGateState
{
    Open,
    /// <summary>A trial run, or preview mode: nothing is sent, so nothing may be recorded as told.</summary>
    Closed,
    /// <summary>All letters are held by a person: what would be told waits for the first run after the hold.</summary>
    Held,
}

/// <summary>Decides whether letters may leave now (được gửi thư hay chưa). Every job and page asks here before it puts a letter into the outbox.</summary>
public sealed class MailGate(LetterHold hold, MailSettings mail)
{
    public async Task<MailGateState> StateAsync(CancellationToken cancellationToken) =>
        mail.Mode == MailMode.Preview ? MailGateState.Closed
        : await hold.ReadAsync(cancellationToken) is not null ? MailGateState.Held
        : MailGateState.Open;
}
