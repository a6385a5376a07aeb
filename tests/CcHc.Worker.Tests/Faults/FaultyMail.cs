using CcHc.Adapters.Mail;
using CcHc.Core.Mail;

namespace CcHc.Worker.Tests.Faults;

/// <summary>What arrived, as an address has it: the same letter may lie there twice.</summary>
/// <param name="Subject">For the eye.</param>
public sealed record ArrivedLetter(string MessageId, string Address, string Subject);

/// <summary>
/// A mail server that keeps every letter, behind a door: a refusal is "try later", a lost answer "unknown", and a program that is gone tells nothing.
/// </summary>
internal sealed class FaultyMail(List<ArrivedLetter> arrived, FaultDoor door, FaultWay way) : IMailSender
{
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, CancellationToken cancellationToken)
    {
        try
        {
            return await door.PassAsync<SendOutcome>("send", () =>
            {
                arrived.Add(new ArrivedLetter(mail.MessageId, recipient.Address, mail.Subject));
                return Task.FromResult<SendOutcome>(new SendOutcome.Sent());
            });
        }
        catch (InjectedFaultException) when (way is FaultWay.Refused)
        {
            return new SendOutcome.TryLater("451 Try again later.");
        }
        catch (InjectedFaultException) when (way is FaultWay.AnswerLost)
        {
            return new SendOutcome.Unknown("The answer to DATA never came.");
        }
    }
}
