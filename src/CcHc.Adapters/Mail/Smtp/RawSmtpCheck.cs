using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>Looks at a server below the mail client, once the client has failed: what does it speak at all?</summary>
internal sealed class RawSmtpCheck(MailSettings settings)
{
    private readonly string _server = FormattableString.Invariant($"{settings.Host}:{settings.Port}");

    /// <exception cref="SmtpComplaintException">Nobody answers.</exception>
    public async Task<TcpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, cancellationToken);
            return client;
        }
        catch (SocketException refused)
        {
            client.Dispose();
            throw new SmtpComplaintException("mail-server-unreachable", $"{_server} cannot be reached: {refused.SocketErrorCode}: {refused.Message}",
                "Check mail.host and mail.port in appsettings.json and the firewall.");
        }
    }

    /// <summary>Only looks whether a handshake begins; whose certificate it is does not matter, nothing is said.</summary>
    public async Task<bool> BeginsWithTlsAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        await using var tls = new SslStream(client.GetStream());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        var wasShown = false;
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Host,
                RemoteCertificateValidationCallback = (_, _, _, _) => !(wasShown = true) }, limit.Token);
        }
        catch (Exception failed) when (failed is AuthenticationException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return wasShown;
    }

    public async Task<bool> GreetsInClearAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            return (await new SmtpConversation(client.GetStream()).ReadAsync(limit.Token)).IsGood;
        }
        catch (Exception failed) when (failed is IOException or InvalidDataException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    public async Task<bool> SpeaksOldTlsAsync(CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        var talk = new SmtpConversation(client.GetStream());
        try
        {
            return (settings.BeginsWithTls || await StartsTlsAsync(talk, cancellationToken))
                && await OldTls.IsSpokenAsync(client.GetStream(), cancellationToken);
        }
        catch (Exception failed) when (failed is IOException or InvalidDataException)
        {
            return false;
        }
    }

    private static async Task<bool> StartsTlsAsync(SmtpConversation talk, CancellationToken cancellationToken) =>
        (await talk.ReadAsync(cancellationToken)).IsGood
        && (await talk.AskAsync("EHLO " + System.Net.Dns.GetHostName(), cancellationToken)).IsGood
        && (await talk.AskAsync("STARTTLS", cancellationToken)).IsGood;
}
