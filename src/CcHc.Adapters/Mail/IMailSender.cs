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
}
