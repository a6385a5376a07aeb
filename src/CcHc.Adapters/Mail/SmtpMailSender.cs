using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Mail;

/// <summary>Sends through the office's mail server (máy chủ thư): STARTTLS, a connection and a message for each address.</summary>
public sealed class SmtpMailSender : IMailSender
{
    private readonly MailSettings _settings;

    /// <exception cref="ArgumentException">The settings have problems; the message tells all of them.</exception>
    public SmtpMailSender(MailSettings settings)
    {
        _settings = settings.Checked();
        if (settings.AuthorityFile.Length > 0)
        {
            PrivateAuthority.Trust(settings.Host, settings.AuthorityFile);
        }
    }

    public Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return MailMessageWriter.WhyNot(mail, recipient) is { } why
            ? Task.FromResult<SendOutcome>(new SendOutcome.Refused(why))
            // SmtpClient.Timeout holds for the blocking call alone: the asynchronous one waits for the last answer for ever.
            : Task.Run(() => Send(mail, recipient), CancellationToken.None);
    }

    private SendOutcome Send(OutgoingMail mail, MailRecipient recipient)
    {
        var isWholeMessageOut = false;
        try
        {
            using var message = MailMessageWriter.Write(mail, recipient, _settings, () => isWholeMessageOut = true);
            using var client = Connect();
            client.Send(message);
            return new SendOutcome.Sent();
        }
        catch (Exception fault) when (fault is SmtpException or AuthenticationException)
        {
            return SmtpVerdict.Of(fault, isWholeMessageOut, _settings);
        }
    }

    private SmtpClient Connect() => new(_settings.Host, _settings.Port)
    {
        EnableSsl = _settings.UseTls,
        Timeout = (int)_settings.Timeout.TotalMilliseconds,
        Credentials = _settings.User.Length > 0 ? new NetworkCredential(_settings.User, _settings.Password!.Reveal()) : null,
    };
}
