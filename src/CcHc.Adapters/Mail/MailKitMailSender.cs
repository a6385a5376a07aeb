using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using CcHc.Core.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CcHc.Adapters.Mail;

/// <summary>Sends through the office's mail server (máy chủ thư) with MailKit: STARTTLS or TLS from the first byte, password or token, a connection for each address.</summary>
public sealed class MailKitMailSender : IMailSender
{
    private readonly MailSettings _settings;
    private readonly RemoteCertificateValidationCallback _isTrusted;

    /// <exception cref="ArgumentException">The settings have problems; the message tells all of them.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The authority file holds no certificate.</exception>
    public MailKitMailSender(MailSettings settings)
    {
        _settings = settings.Checked();
        var authorities = settings.AuthorityFile.Length > 0 ? TrustedAuthorities.Read(settings.AuthorityFile) : null;
        // MailKit's own rule also lets a list of well-known servers pass.
        _isTrusted = authorities is null
            ? static (_, _, _, errors) => errors == SslPolicyErrors.None
            : (_, certificate, chain, errors) => authorities.Vouch(certificate, chain, errors);
    }

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (MimeMessageFactory.WhyNot(mail, recipient) is { } why)
        {
            return new SendOutcome.Refused(why);
        }

        var passed = new PassedBytes();
        using var patience = new CancellationTokenSource(_settings.Timeout);
        try
        {
            using var message = MimeMessageFactory.Create(mail, recipient, _settings);
            using var client = NewClient();
            await client.ConnectAsync(_settings.Host, _settings.Port, Tls, patience.Token);
            await LogInAsync(client, patience.Token);
            await client.SendAsync(message, patience.Token, passed);
            await client.DisconnectAsync(quit: true, patience.Token);
            return new SendOutcome.Sent();
        }
        catch (Exception fault) when (fault is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or ServiceNotAuthenticatedException
            or NotSupportedException or IOException or UnauthorizedAccessException or SocketException or OperationCanceledException)
        {
            return SmtpFailure.Of(fault, passed.IsWholeMessageOut, _settings);
        }
    }

    private SecureSocketOptions Tls =>
        _settings.BeginsWithTls ? SecureSocketOptions.SslOnConnect
        : _settings.UseTls ? SecureSocketOptions.StartTls
        : SecureSocketOptions.None;

    private SmtpClient NewClient() => new()
    {
        ServerCertificateValidationCallback = _isTrusted,
        // Many an office's network does not reach the public revocation lists.
        CheckCertificateRevocation = false,
        // The time limit of the whole letter ends every wait; this one must not come first.
        Timeout = (int)(_settings.Timeout + TimeSpan.FromSeconds(10)).TotalMilliseconds,
    };

    private async Task LogInAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        if (_settings.TokenFile.Length > 0)
        {
            var token = (await File.ReadAllTextAsync(_settings.TokenFile, cancellationToken)).Trim();
            await client.AuthenticateAsync(new SaslMechanismOAuth2(_settings.User, token), cancellationToken);
        }
        else if (_settings.User.Length > 0)
        {
            await client.AuthenticateAsync(Encoding.UTF8, _settings.User, _settings.Password!.Reveal(), cancellationToken);
        }
    }

    /// <summary>Up to the last byte the server cannot have been told that the message is complete.</summary>
    private sealed class PassedBytes : ITransferProgress
    {
        public bool IsWholeMessageOut { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => IsWholeMessageOut |= bytesTransferred >= totalSize;

        /// <summary>Of a message of unknown size any byte may be the last.</summary>
        public void Report(long bytesTransferred) => IsWholeMessageOut = true;
    }
}
