using CcHc.Core.Mail;

namespace CcHc.Adapters.Mail;

/// <summary>The one address a sending goes to.</summary>
/// <param name="InPlaceOf">The address the letter is meant for, while all mail is redirected to a test address.</param>
public sealed record MailRecipient(string Address, string? InPlaceOf = null);

/// <summary>Hands one letter to one address. A fault of the world is an outcome, never an exception.</summary>
public interface IMailSender
{
    /// <param name="cancellationToken">Heeded before the sending begins; one begun runs to its end or its time-out, so that its outcome is known.</param>
    Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, CancellationToken cancellationToken);

    /// <summary>A sender for many letters one after the other, with one connection where there is any to keep. Used by one caller at a time.</summary>
    IMailBatch BeginBatch() => new SingleSendings(SendAsync);
}

/// <summary>Letters handed over one after the other; disposing says good-bye to the server. Each letter has an outcome of its own.</summary>
public interface IMailBatch : IAsyncDisposable
{
    /// <inheritdoc cref="IMailSender.SendAsync"/>
    /// <param name="mayComplete">The letter may be on its way before, but not be complete; false: it must not arrive, and the outcome says nothing.</param>
    Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, Task<bool> mayComplete, CancellationToken cancellationToken);
}

/// <summary>For senders that keep nothing between two letters.</summary>
internal sealed class SingleSendings(Func<OutgoingMail, MailRecipient, CancellationToken, Task<SendOutcome>> send) : IMailBatch
{
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, Task<bool> mayComplete, CancellationToken cancellationToken) =>
        await mayComplete ? await send(mail, recipient, cancellationToken) : new SendOutcome.TryLater("The letter was not begun.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
