using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>Sends through the office's mail server (máy chủ thư) with MailKit: one letter over a connection of its own, or a batch over one.</summary>
/// <exception cref="ArgumentException">The settings have problems; the message tells all of them.</exception>
/// <exception cref="System.Security.Cryptography.CryptographicException">The authority file holds no certificate.</exception>
public sealed class MailKitMailSender(MailSettings settings) : IMailSender
{
    private readonly MailSettings _settings = settings.Checked();
    private readonly SmtpConnector _connector = new(settings.Checked());

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, CancellationToken cancellationToken)
    {
        await using var batch = BeginBatch();
        return await batch.SendAsync(mail, recipient, Task.FromResult(true), cancellationToken);
    }

    public IMailBatch BeginBatch() => new SmtpBatch(_settings, _connector);
}
