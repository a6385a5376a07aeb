using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using CcHc.Adapters.Settings.Machine;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>Opens a connection to the office's mail server as the settings say: STARTTLS or TLS from the first byte, password or token.</summary>
internal sealed class SmtpConnector
{
    private readonly MailSettings _settings;
    private readonly RemoteCertificateValidationCallback _isTrusted;

    /// <exception cref="System.Security.Cryptography.CryptographicException">The authority file holds no certificate.</exception>
    public SmtpConnector(MailSettings settings)
    {
        _settings = settings;
        var authorities = settings.AuthorityFile.Length > 0 ? TrustedAuthorities.Read(settings.AuthorityFile) : null;
        // MailKit's own rule also lets a list of well-known servers pass.
        _isTrusted = authorities is null
            ? static (_, _, _, errors) => errors == SslPolicyErrors.None
            : (_, certificate, chain, errors) => authorities.Vouch(certificate, chain, errors);
    }

    /// <summary>How TLS is demanded.</summary>
    public static SecureSocketOptions Tls(MailSettings settings) =>
        settings.BeginsWithTls ? SecureSocketOptions.SslOnConnect
        : settings.UseTls ? SecureSocketOptions.StartTls
        : SecureSocketOptions.None;

    /// <returns>Connected and logged in; the caller disposes it.</returns>
    public async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new SmtpClient
        {
            ServerCertificateValidationCallback = _isTrusted,
            // Many an office's network does not reach the public revocation lists.
            CheckCertificateRevocation = false,
            // The time limit of the whole letter ends every wait; this one must not come first.
            Timeout = (int)(_settings.Timeout + TimeSpan.FromSeconds(10)).TotalMilliseconds,
        };
        // The end of a message is a small packet of its own: without this it waits 40 ms for the server's acknowledgement of the part before it.
        var socket = new TcpClient { NoDelay = true };
        try
        {
            await socket.ConnectAsync(_settings.Host, _settings.Port, cancellationToken);
            await client.ConnectAsync(socket.Client, _settings.Host, _settings.Port, Tls(_settings), cancellationToken);
            await LogInAsync(client, _settings, cancellationToken);
            return client;
        }
        catch
        {
            client.Dispose();
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Nothing where the settings name no user.</summary>
    public static async Task LogInAsync(SmtpClient client, MailSettings settings, CancellationToken cancellationToken)
    {
        if (settings.TokenFile.Length > 0)
        {
            var token = (await File.ReadAllTextAsync(settings.TokenFile, cancellationToken)).Trim();
            await client.AuthenticateAsync(new SaslMechanismOAuth2(settings.User, token), cancellationToken);
        }
        else if (settings.User.Length > 0)
        {
            await client.AuthenticateAsync(Encoding.UTF8, settings.User, settings.Password!.Reveal(), cancellationToken);
        }
    }
}
